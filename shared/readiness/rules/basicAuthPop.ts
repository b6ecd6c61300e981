import { basicAuthRule } from '../basicAuth.ts';

export const rule = basicAuthRule({
  id: 'basic-auth.pop',
  name: 'POP3',
  property: 'allowBasicAuthPop',
  signInClient: 'POP3',
  usageColumn: 'POP3 App',
  mailboxSwitch: 'popEnabled',
  isEnded: true,
});
