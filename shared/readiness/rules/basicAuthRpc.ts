import { basicAuthRule } from '../basicAuth.ts';

export const rule = basicAuthRule({
  id: 'basic-auth.rpc',
  name: 'Outlook Anywhere (RPC over HTTP)',
  property: 'allowBasicAuthRpc',
  signInClient: 'Outlook Anywhere (RPC over HTTP)',
  isEnded: true,
});
