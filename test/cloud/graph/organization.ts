import type { Route } from '../types.ts';

const properties = [
  'id',
  'displayName',
  'countryLetterCode',
  'createdDateTime',
  'tenantType',
  'onPremisesSyncEnabled',
  'technicalNotificationMails',
  'assignedPlans',
  'verifiedDomains',
] as const;

/** Microsoft Entra ID P1. */
const entraPremium = {
  assignedDateTime: '2024-01-01T00:00:00Z',
  capabilityStatus: 'Enabled',
  service: 'AADPremiumService',
  servicePlanId: '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
};

export const organizationRoutes: readonly Route[] = [
  {
    name: 'graph organization',
    api: 'graph',
    method: 'GET',
    path: '/v1.0/organization',
    scopes: ['User.Read', 'Organization.Read.All', 'Directory.Read.All'],
    select: properties,
    answer: ({ tenant, claims, url }, { origins, scenario }) => {
      // Without Organization.Read.All the plans are left out (least-privileged profile).
      const whole = claims.scp.some((scope) => scope !== 'User.Read');
      const organization: Readonly<Record<string, unknown>> = {
        id: tenant.id,
        displayName: tenant.name,
        countryLetterCode: 'NL',
        createdDateTime: '2019-03-04T09:00:00Z',
        tenantType: 'AAD',
        onPremisesSyncEnabled: null,
        technicalNotificationMails: [],
        assignedPlans: whole
          ? [
              {
                assignedDateTime: '2024-01-01T00:00:00Z',
                capabilityStatus: 'Enabled',
                service: 'exchange',
                servicePlanId: 'efb87545-963c-4e0d-99df-69c6916d9eb0',
              },
              ...(scenario.features.p1 ? [entraPremium] : []),
            ]
          : [],
        verifiedDomains: tenant.domains.map((name, index) => ({
          capabilities: 'Email, OfficeCommunicationsOnline',
          isDefault: index === 0,
          isInitial: name.endsWith('.onmicrosoft.com'),
          name,
          type: 'Managed',
        })),
      };
      const select = url.searchParams
        .get('$select')
        ?.split(',')
        .map((name) => name.trim().toLowerCase());
      const chosen = Object.fromEntries(
        Object.entries(organization).filter(
          ([name]) => select?.includes(name.toLowerCase()) ?? true,
        ),
      );
      return {
        status: 200,
        body: { '@odata.context': `${origins.graph}/v1.0/$metadata#organization`, value: [chosen] },
      };
    },
  },
];
