import { basicAuthRule } from '../basicAuth.ts';

export const rule = basicAuthRule({
  id: 'basic-auth.autodiscover',
  name: 'Autodiscover',
  property: 'allowBasicAuthAutodiscover',
  signInClient: 'AutoDiscover',
  isEnded: false,
});
