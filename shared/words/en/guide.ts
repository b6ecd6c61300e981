/** The guide to TLSA records. */
export const guide = {
  'guide.title': 'Guide',
  'recordExplainer.title': 'Explain a record',
} as const;
