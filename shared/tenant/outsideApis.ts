/** Roads to the outside, as the audit table names them. */
export const outsideApis = [
  'sign-in',
  'graph',
  'exchange',
  'download',
  'dns',
  'smtp',
  'https',
] as const;
export type OutsideApi = (typeof outsideApis)[number];
