import { permissions, resourceAppIds, resources } from './permissions.ts';
import { powerShellQuote, shellQuote } from '../tlsa/quote.ts';
import type { CloudId } from './clouds.ts';
import type { Resource } from './permissions.ts';
import type { RegistrationGuide } from '../contract/identity.ts';

/** What the registration is called unless somebody calls it something else. */
const appName = 'Exchange Companion';
const redirectUri = 'http://localhost';

const portals: Readonly<Record<CloudId, string>> = {
  worldwide: 'https://entra.microsoft.com',
  'gcc-high': 'https://entra.microsoft.us',
  dod: 'https://entra.microsoft.us',
  china: 'https://entra.microsoftonline.cn',
};

/** Names of the clouds in Microsoft Graph PowerShell (`Connect-MgGraph -Environment`). */
const graphEnvironments: Readonly<Record<CloudId, string>> = {
  worldwide: 'Global',
  'gcc-high': 'USGov',
  dod: 'USGovDoD',
  china: 'China',
};

/** Names of the clouds in Azure CLI (`az cloud set`). It reaches no Graph of DoD. */
const azureClouds: Readonly<Record<CloudId, string | null>> = {
  worldwide: 'AzureCloud',
  'gcc-high': 'AzureUSGovernment',
  dod: null,
  china: 'AzureChinaCloud',
};

/**
 * How to register this app: steps in the portal, commands, and the manifest of its permissions.
 * `deviceCode`: signing in with a code is wanted, which needs public client flows.
 * Source: Microsoft Entra "Register an application", "Desktop app that calls web APIs: app registration".
 */
export function registrationGuide(cloud: CloudId, deviceCode: boolean): RegistrationGuide {
  const steps = [
    { step: 'open', values: [portals[cloud]] },
    { step: 'name', values: [appName] },
    { step: 'redirect', values: [redirectUri] },
    ...(deviceCode ? [{ step: 'public-client', values: [] }] : []),
    { step: 'graph', values: [names('graph')] },
    { step: 'exchange', values: [names('exchange')] },
    { step: 'consent', values: [] },
    { step: 'role', values: [] },
    { step: 'copy', values: [] },
  ];
  return {
    steps,
    portal: portals[cloud],
    powerShell: powerShell(cloud, deviceCode),
    azureCli: azureCli(cloud, deviceCode),
    manifest: JSON.stringify(requiredResourceAccess(), null, 2),
    permissions: permissions.map(({ resource, scope, adminConsent, atSignIn }) => ({
      resource,
      scope,
      adminConsent,
      atSignIn,
    })),
  };
}

function names(resource: Resource): string {
  return permissions
    .filter((permission) => permission.resource === resource)
    .map(({ scope }) => scope)
    .join(', ');
}

function requiredResourceAccess() {
  return resources.map((resource) => ({
    resourceAppId: resourceAppIds[resource],
    resourceAccess: permissions
      .filter((permission) => permission.resource === resource)
      .map(({ id }) => ({ id, type: 'Scope' })),
  }));
}

function powerShell(cloud: CloudId, deviceCode: boolean): string {
  const q = powerShellQuote;
  const access = requiredResourceAccess().map(({ resourceAppId, resourceAccess }) => {
    const ids = resourceAccess.map(({ id, type }) => `    @{ Id = ${q(id)}; Type = ${q(type)} }`);
    return `  @{ ResourceAppId = ${q(resourceAppId)}; ResourceAccess = @(\n${ids.join('\n')}\n  ) }`;
  });
  return [
    `Connect-MgGraph -Scopes ${q('Application.ReadWrite.All')} -Environment ${q(graphEnvironments[cloud])}`,
    `$access = @(\n${access.join('\n')}\n)`,
    [
      `$app = New-MgApplication -DisplayName ${q(appName)} -SignInAudience ${q('AzureADMyOrg')}`,
      `-PublicClient @{ RedirectUris = @(${q(redirectUri)}) }`,
      `-IsFallbackPublicClient:$${String(deviceCode)}`,
      '-RequiredResourceAccess $access',
    ].join(' '),
    'New-MgServicePrincipal -AppId $app.AppId | Out-Null',
    '"Application ID: $($app.AppId)"',
    '"Tenant ID:      $((Get-MgContext).TenantId)"',
  ].join('\n');
}

function azureCli(cloud: CloudId, deviceCode: boolean): string | null {
  const name = azureClouds[cloud];
  if (name === null) return null;
  const create = [
    ['az', 'ad', 'app', 'create'],
    ['--display-name', appName],
    ['--sign-in-audience', 'AzureADMyOrg'],
    ['--public-client-redirect-uris', redirectUri],
    ['--is-fallback-public-client', String(deviceCode)],
    ['--required-resource-accesses', JSON.stringify(requiredResourceAccess())],
    ['--query', 'appId', '--output', 'tsv'],
  ];
  return [
    `az cloud set --name ${shellQuote(name)}`,
    'az login --allow-no-subscriptions',
    create.map((part) => part.map(shellQuote).join(' ')).join(' \\\n  '),
    'az account show --query tenantId --output tsv',
  ].join('\n');
}
