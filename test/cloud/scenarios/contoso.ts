/** A tenant in good order; the other scenarios change a part of it. */
import { permissions } from '../../../shared/identity/permissions.ts';
import type { CloudTenant, CloudUser, Scenario } from '../types.ts';

export const contoso: CloudTenant = {
  id: '3f0c2a5e-1d4b-4c77-9a10-5b8f6e2d7c01',
  name: 'Contoso',
  domains: ['contoso.example', 'contoso.onmicrosoft.com'],
};

export const fabrikam: CloudTenant = {
  id: '8a9d4e61-72c3-4f0b-b5d8-0e6c1f3a9b02',
  name: 'Fabrikam',
  domains: ['fabrikam.example', 'fabrikam.onmicrosoft.com'],
};

/** Global Reader of Contoso, may consent for everyone. */
export const admin: CloudUser = {
  upn: 'admin@contoso.example',
  name: 'Avery Admin',
  oid: 'a1a1a1a1-0000-4000-8000-000000000001',
  tenantId: contoso.id,
  guestOf: [fabrikam.id],
  admin: true,
  cmdlets: 'all',
};

/** Reads what a Global Reader reads, but may not consent to what needs an administrator. */
export const reader: CloudUser = {
  upn: 'reader@contoso.example',
  name: 'Robin Reader',
  oid: 'a1a1a1a1-0000-4000-8000-000000000002',
  tenantId: contoso.id,
  admin: false,
  cmdlets: 'all',
};

export const partner: CloudUser = {
  upn: 'admin@fabrikam.example',
  name: 'Frankie Fabrikam',
  oid: 'a1a1a1a1-0000-4000-8000-000000000003',
  tenantId: fabrikam.id,
  admin: true,
  cmdlets: 'all',
};

export const clientId = 'c0ffee00-1234-4abc-8def-000000000001';

const everyScope = permissions.map(({ scope }) => scope);

export const healthy: Scenario = {
  name: 'healthy',
  environment: 'worldwide',
  tenants: [contoso, fabrikam],
  users: [admin, reader, partner],
  app: { clientId, publicFlows: true, permissions: everyScope, consented: everyScope },
  features: { p1: true, tracePrincipal: true, concealedNames: false },
  cmdlets: {
    'Get-OrganizationConfig': [
      {
        Name: 'contoso.onmicrosoft.com',
        SendFromAliasEnabled: true,
        OAuth2ClientProfileEnabled: true,
        EwsEnabled: null,
        PublicFoldersEnabled: 'Local',
        DefaultAuthenticationPolicy: null,
      },
    ],
    'Get-AcceptedDomain': [
      {
        DomainName: 'contoso.example',
        DomainType: 'Authoritative',
        Default: true,
        InitialDomain: false,
        SmtpDaneStatus: 'Enabled',
      },
      {
        DomainName: 'contoso.onmicrosoft.com',
        DomainType: 'Authoritative',
        Default: false,
        InitialDomain: true,
        SmtpDaneStatus: 'Disabled',
      },
    ],
  },
  graph: {},
};

/** Nobody has consented to anything yet. */
export const freshRegistration: Scenario = {
  ...healthy,
  name: 'fresh-registration',
  app: { ...healthy.app, consented: [] },
};
