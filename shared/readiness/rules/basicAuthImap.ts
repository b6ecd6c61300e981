import { basicAuthRule } from '../basicAuth.ts';

export const rule = basicAuthRule({
  id: 'basic-auth.imap',
  name: 'IMAP4',
  property: 'allowBasicAuthImap',
  signInClient: 'IMAP4',
  usageColumn: 'IMAP4 App',
  mailboxSwitch: 'imapEnabled',
  isEnded: true,
});
