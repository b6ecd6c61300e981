import { basicAuthRule } from '../basicAuth.ts';

export const rule = basicAuthRule({
  id: 'basic-auth.reporting',
  name: 'Reporting web services',
  property: 'allowBasicAuthReportingWebServices',
  signInClient: 'Reporting Web Services',
  isEnded: false,
});
