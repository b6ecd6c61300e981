import { describe, expect, test } from 'vitest';
import { clientIdSchema, tenantNameSchema } from '../../../shared/identity/registration.ts';
import { cloudIds, clouds } from '../../../shared/identity/clouds.ts';
import { missingScopes, permissions } from '../../../shared/identity/permissions.ts';
import { registrationGuide } from '../../../shared/identity/registrationGuide.ts';
import { execFileSync } from 'node:child_process';

describe('what a person types', () => {
  test.each([
    ['11111111-2222-3333-4444-555555555555', true],
    ['C0FFEE00-1234-4ABC-8DEF-000000000001', true],
    ['11111111-2222-3333-4444', false],
    ['my app', false],
    ['', false],
  ])('client id %j', (text, good) => {
    expect(clientIdSchema.safeParse(text).success).toBe(good);
  });

  test.each([
    ['contoso.com', 'contoso.com'],
    [' Contoso.OnMicrosoft.com ', 'contoso.onmicrosoft.com'],
    ['3F0C2A5E-1d4b-4c77-9a10-5b8f6e2d7c01', '3f0c2a5e-1d4b-4c77-9a10-5b8f6e2d7c01'],
    ['contoso', null],
    ['common', null],
    ['contoso.com/x', null],
    ['https://contoso.com', null],
    ['-a.example', null],
    [`${'a'.repeat(64)}.example`, null],
    ['', null],
  ])('tenant %j', (text, expected) => {
    expect(tenantNameSchema.safeParse(text).data ?? null).toBe(expected);
  });
});

describe('the clouds', () => {
  test('have addresses of their own, each an https origin', () => {
    for (const id of cloudIds) {
      const { authority, graph, exchange } = clouds[id];
      for (const origin of [authority, graph, exchange])
        expect(new URL(origin).origin).toBe(origin);
    }
    expect(new Set(cloudIds.map((id) => clouds[id].graph)).size).toBe(cloudIds.length);
    expect(new Set(cloudIds.map((id) => clouds[id].exchange)).size).toBe(cloudIds.length);
  });
});

describe('permissions', () => {
  test('all of them read, but for the one that Exchange has', () => {
    const writing = permissions.filter(({ scope }) => !/\.Read(?:\.All)?$/.test(scope));
    expect(writing.map(({ scope }) => scope)).toEqual(['Exchange.Manage']);
    expect(new Set(permissions.map(({ id }) => id)).size).toBe(permissions.length);
  });

  test('a larger one covers the smaller', () => {
    expect(missingScopes(['Domain.Read.All', 'User.Read'], ['Directory.Read.All'])).toEqual([]);
    expect(missingScopes(['Policy.Read.All'], ['Directory.Read.All'])).toEqual(['Policy.Read.All']);
    expect(missingScopes(['User.Read'], ['user.read'])).toEqual([]);
    expect(missingScopes(['Directory.Read.All'], ['Domain.Read.All'])).toEqual([
      'Directory.Read.All',
    ]);
    expect(missingScopes(['User.Read'], [])).toEqual(['User.Read']);
    expect(missingScopes(['Policy.Read.All'], ['.default'])).toEqual([]);
  });
});

describe('the guide to registering', () => {
  const guide = registrationGuide('worldwide', true);

  test('its manifest is what Entra takes: two resources, every permission delegated', () => {
    const manifest = JSON.parse(guide.manifest) as readonly {
      readonly resourceAppId: string;
      readonly resourceAccess: readonly { readonly id: string; readonly type: string }[];
    }[];
    expect(manifest.map(({ resourceAppId }) => resourceAppId)).toEqual([
      '00000003-0000-0000-c000-000000000000',
      '00000002-0000-0ff1-ce00-000000000000',
    ]);
    const access = manifest.flatMap(({ resourceAccess }) => resourceAccess);
    expect(access.map(({ id }) => id).toSorted()).toEqual(
      permissions.map(({ id }) => id).toSorted(),
    );
    expect(new Set(access.map(({ type }) => type))).toEqual(new Set(['Scope']));
  });

  test('its Azure CLI call reaches the program as it was meant', () => {
    const [, , create = ''] = (guide.azureCli ?? '').split(/\n(?! )/);
    const seen = execFileSync('sh', ['-c', `az() { printf '%s\\n' "$@"; }\n${create}`], {
      encoding: 'utf8',
    }).split('\n');
    expect(seen.slice(0, 3)).toEqual(['ad', 'app', 'create']);
    const after = (name: string) => seen[seen.indexOf(name) + 1] ?? '';
    expect(after('--display-name')).toBe('Exchange Companion');
    expect(after('--public-client-redirect-uris')).toBe('http://localhost');
    expect(after('--is-fallback-public-client')).toBe('true');
    expect(JSON.parse(after('--required-resource-accesses'))).toEqual(JSON.parse(guide.manifest));
  });

  test('its PowerShell quotes every value', () => {
    const strings = [...guide.powerShell.matchAll(/'((?:[^']|'')*)'/g)].map(([, text]) => text);
    expect(strings).toEqual(
      expect.arrayContaining([
        'Exchange Companion',
        'http://localhost',
        'Application.ReadWrite.All',
      ]),
    );
    for (const { id } of permissions) expect(strings).toContain(id);
    expect(guide.powerShell).toContain('-IsFallbackPublicClient:$true');
    expect(registrationGuide('worldwide', false).powerShell).toContain(
      '-IsFallbackPublicClient:$false',
    );
  });

  test.each([
    ['worldwide', 'Global', 'AzureCloud'],
    ['gcc-high', 'USGov', 'AzureUSGovernment'],
    ['dod', 'USGovDoD', null],
    ['china', 'China', 'AzureChinaCloud'],
  ] as const)('in %s it names the cloud to PowerShell and to Azure CLI', (cloud, graph, azure) => {
    const { powerShell, azureCli } = registrationGuide(cloud, false);
    expect(powerShell).toContain(`-Environment '${graph}'`);
    if (azure === null) expect(azureCli).toBeNull();
    else expect(azureCli).toContain(`az cloud set --name ${azure}\n`);
  });

  test('asks for public client flows only where a code is wanted', () => {
    const steps = [true, false].map((deviceCode) =>
      registrationGuide('worldwide', deviceCode).steps.map(({ step }) => step),
    );
    expect(steps[0]).toContain('public-client');
    expect(steps[1]).not.toContain('public-client');
  });
});
