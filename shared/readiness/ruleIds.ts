/** Every rule, in the order in which results are told. An id never changes its meaning. */
export const ruleIds = [
  'send-from-alias.enabled',
  'send-from-alias.domains',
  'basic-auth.pop',
  'basic-auth.imap',
  'basic-auth.powershell',
  'basic-auth.ews',
  'basic-auth.oab',
  'basic-auth.mapi',
  'basic-auth.rpc',
  'basic-auth.eas',
  'basic-auth.autodiscover',
  'basic-auth.reporting',
  'smtp-auth.organization',
  'smtp-auth.mailboxes',
  'ews.organization',
  'outlook.blocked',
  'outlook.unsupported',
  'public-folders.sync-script',
  'dane.inbound',
  'dane.outbound',
  'dane.own-mx',
  'dane.partners',
  'certificates.expiry',
  'direct-send.organization',
  'legacy-tls.organization',
  'connectors.tls',
  'connectors.outbound-tls',
  'root-ca.trust',
  'moera.sending',
  'mobile.activesync',
  'message-center.actions',
] as const;
export type RuleId = (typeof ruleIds)[number];

export const ruleStatuses = [
  'pass',
  'fail',
  'warning',
  'manual',
  'not-assessed',
  'not-applicable',
  'waived',
  'error',
] as const;
export type RuleStatus = (typeof ruleStatuses)[number];

export const severities = ['high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof severities)[number];
