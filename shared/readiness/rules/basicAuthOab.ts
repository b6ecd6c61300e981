import { basicAuthRule } from '../basicAuth.ts';

export const rule = basicAuthRule({
  id: 'basic-auth.oab',
  name: 'Offline address book',
  property: 'allowBasicAuthOfflineAddressBook',
  signInClient: 'Offline Address Book',
  isEnded: true,
});
