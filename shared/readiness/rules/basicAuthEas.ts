import { basicAuthRule } from '../basicAuth.ts';

export const rule = basicAuthRule({
  id: 'basic-auth.eas',
  name: 'Exchange ActiveSync',
  property: 'allowBasicAuthActiveSync',
  signInClient: 'Exchange ActiveSync',
  usageColumn: 'Other For Mobile',
  mailboxSwitch: 'activeSyncEnabled',
  isEnded: true,
});
