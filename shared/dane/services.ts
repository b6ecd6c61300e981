/** What a check can be about, with its port and its way to TLS. */
export const checkServices = [
  'smtp',
  'submission',
  'submissions',
  'imap',
  'imaps',
  'pop3',
  'pop3s',
  'https',
  'tls',
] as const;
export type CheckService = (typeof checkServices)[number];

interface ServiceKind {
  /** `null`: none is usual. */
  readonly port: number | null;
  readonly security: 'implicit' | 'smtp' | 'imap' | 'pop3';
}

export const serviceKinds: Readonly<Record<CheckService, ServiceKind>> = {
  smtp: { port: 25, security: 'smtp' },
  submission: { port: 587, security: 'smtp' },
  submissions: { port: 465, security: 'implicit' },
  imap: { port: 143, security: 'imap' },
  imaps: { port: 993, security: 'implicit' },
  pop3: { port: 110, security: 'pop3' },
  pop3s: { port: 995, security: 'implicit' },
  https: { port: 443, security: 'implicit' },
  tls: { port: null, security: 'implicit' },
};
