/**
 * The national clouds, each with its own sign-in, Graph and Exchange hosts. GCC is on the worldwide
 * hosts. Sources: Microsoft Graph "National cloud deployments"; Exchange Online admin API
 * "Get started" (hosts by environment).
 */
export const cloudIds = ['worldwide', 'gcc-high', 'dod', 'china'] as const;
export type CloudId = (typeof cloudIds)[number];

export interface Cloud {
  /** `private`: read from a file, by the command line and development builds alone. */
  readonly id: CloudId | 'private';
  /** As people call it. */
  readonly name: string;
  /** Origin of the sign-in pages, without a slash at its end. Likewise the next two. */
  readonly authority: string;
  readonly graph: string;
  readonly exchange: string;
  /** PEM of the roots that replace the system's; `null`: the system's. */
  readonly ca: string | null;
  /** Tenant that sign-in begins with when none is named; `null`: any organization's. */
  readonly tenant: string | null;
}

export const clouds: Readonly<Record<CloudId, Cloud>> = {
  worldwide: {
    id: 'worldwide',
    name: 'Microsoft 365 (worldwide and GCC)',
    authority: 'https://login.microsoftonline.com',
    graph: 'https://graph.microsoft.com',
    exchange: 'https://outlook.office365.com',
    ca: null,
    tenant: null,
  },
  'gcc-high': {
    id: 'gcc-high',
    name: 'Microsoft 365 GCC High',
    authority: 'https://login.microsoftonline.us',
    graph: 'https://graph.microsoft.us',
    exchange: 'https://outlook.office365.us',
    ca: null,
    tenant: null,
  },
  dod: {
    id: 'dod',
    name: 'Microsoft 365 DoD',
    authority: 'https://login.microsoftonline.us',
    graph: 'https://dod-graph.microsoft.us',
    exchange: 'https://outlook-dod.office365.us',
    ca: null,
    tenant: null,
  },
  china: {
    id: 'china',
    name: 'Microsoft 365 operated by 21Vianet',
    authority: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    exchange: 'https://partner.outlook.cn',
    ca: null,
    tenant: null,
  },
};
