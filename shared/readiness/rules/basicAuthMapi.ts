import { basicAuthRule } from '../basicAuth.ts';

export const rule = basicAuthRule({
  id: 'basic-auth.mapi',
  name: 'MAPI over HTTP',
  property: 'allowBasicAuthMapi',
  signInClient: 'MAPI Over HTTP',
  mailboxSwitch: 'mapiEnabled',
  isEnded: true,
});
