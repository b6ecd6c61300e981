import { basicAuthRule } from '../basicAuth.ts';

export const rule = basicAuthRule({
  id: 'basic-auth.pop',
  name: 'POP3',
  property: 'allowBasicAuthPop',
  signInClient: 'POP3',
  isEnded: true,
});
