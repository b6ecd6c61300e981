/** The page that explains a TLSA record. */
export const recordExplainer = {
  'recordExplainer.title': 'Explain a record',
  'recordExplainer.lead':
    'Paste a TLSA record as you have it: a zone line, the generic form, or the three numbers and the data.',
  'recordExplainer.label': 'TLSA record',
  'recordExplainer.hint': 'Line breaks, comments and parentheses are understood.',
  'recordExplainer.example': 'Take an example',
  'recordExplainer.none.title': 'Nothing to explain yet',
  'recordExplainer.none.text':
    'What each part of the record means appears here, and whether senders of mail can use it.',
  'recordExplainer.verdict': 'For mail between servers',
  'recordExplainer.usable': 'Senders can use this record',
  'recordExplainer.unusable': 'Senders can’t use this record',
} as const;
