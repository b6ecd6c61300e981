/** Every checklist, in the order in which they are offered. */
export const checklistIds = [
  'inbound-dane',
  'own-server-dane',
  'certificate-renewal',
  'send-from-alias',
  'leaving-smtp-auth-and-ews',
  'outlook-clean-up',
  'public-folders',
] as const;
export type ChecklistId = (typeof checklistIds)[number];
