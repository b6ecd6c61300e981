import { basicAuthRule } from '../basicAuth.ts';

export const rule = basicAuthRule({
  id: 'basic-auth.ews',
  name: 'Exchange Web Services',
  property: 'allowBasicAuthWebServices',
  signInClient: 'Exchange Web Services',
  mailboxSwitch: 'ewsEnabled',
  isEnded: true,
});
