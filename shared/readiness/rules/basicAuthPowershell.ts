import { basicAuthRule } from '../basicAuth.ts';

export const rule = basicAuthRule({
  id: 'basic-auth.powershell',
  name: 'Remote PowerShell',
  property: 'allowBasicAuthPowershell',
  signInClient: 'Exchange Online PowerShell',
  isEnded: true,
});
