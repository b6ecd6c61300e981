import { coverageText } from '../coverageText.ts';
import { createTraceBudgets, microsoftTools } from '../../service/tenant/microsoftTools.ts';
import { defineCommand } from '../command.ts';
import { missingScopes, permissions, resources } from '../../../shared/identity/permissions.ts';
import { openTenantStore } from '../tenantStore.ts';
import { readCoverage } from '../../service/tenant/preflight/readCoverage.ts';
import { signInForCommand, tenantOptions } from '../tenantOptions.ts';
import { usageError } from '../options.ts';
import type { CoverageTable } from '../../service/tenant/preflight/readCoverage.ts';
import type { ExitCode } from '../exitCode.ts';
import type { Identity } from '../../service/identity/createIdentity.ts';
import type { Invocation } from '../command.ts';
import type { RecordOutsideCall } from '../../service/outsideCalls.ts';
import type { Resource } from '../../../shared/identity/permissions.ts';
import type { SignedIn } from '../tenantOptions.ts';
import type { Words } from '../words.ts';

interface GrantedPermission {
  readonly resource: Resource;
  readonly scope: string;
  readonly granted: boolean;
}

/** Where an administrator gives consent to what is lacking of one resource. */
interface ConsentLink {
  readonly resource: Resource;
  readonly scopes: readonly string[];
  readonly link: string | null;
}

type SignInInvocation = Invocation<typeof tenantOptions>;

/** What the account's tokens allow, by the tokens themselves. */
function grantedOf({ obstacles }: CoverageTable): readonly GrantedPermission[] {
  const granted = new Map(
    resources.map((resource) => {
      const grant = obstacles?.grants[resource];
      return [resource, grant?.ok === true ? grant.value : []];
    }),
  );
  return permissions.map(({ resource, scope }) => ({
    resource,
    scope,
    granted: missingScopes([scope], granted.get(resource) ?? []).length === 0,
  }));
}

async function linksOf(
  { consent }: CoverageTable,
  accountId: string,
  identity: Identity,
): Promise<readonly ConsentLink[]> {
  return Promise.all(
    consent.map(async (request) => {
      const link = await identity.adminConsentLink(accountId, request);
      return { ...request, link: link.ok ? link.value : null };
    }),
  );
}

function permissionsText(list: readonly GrantedPermission[], words: Words): string {
  const width = Math.max(...list.map(({ scope }) => scope.length));
  return [
    words('identity.cli.permissions'),
    ...list.map(
      ({ scope, granted }) =>
        `  ${scope.padEnd(width)}  ${words(granted ? 'identity.cli.granted' : 'identity.cli.not-granted')}`,
    ),
  ].join('\n');
}

function linksText(links: readonly ConsentLink[], words: Words): string {
  const known = links.flatMap(({ link }) => (link === null ? [] : [`  ${link}`]));
  return [words('identity.cli.consent-links'), ...known].join('\n');
}

/** Asks what could be read, prints it, and leaves the tenant as it is. */
async function printCoverage(
  { session, identity }: SignedIn,
  record: RecordOutsideCall,
  { io, output, words, clock }: SignInInvocation,
): Promise<ExitCode> {
  const { account, cloud } = session;
  const traceBudget = createTraceBudgets()(account.tenantId);
  const microsoft = microsoftTools({ session, clock, record, traceBudget });
  const table = await readCoverage(cloud.id, { session, microsoft }, io.signal);
  if (io.signal.aborted) return 130;
  const granted = grantedOf(table);
  const links = await linksOf(table, account.id, identity);
  const line = {
    schema: 'exo-companion/sign-in@1',
    account: account.username,
    tenantId: account.tenantId,
    cloud: cloud.name,
    permissions: granted,
    sources: table.sources,
    consent: links,
  } as const;
  const parts = [permissionsText(granted, words), coverageText(table.sources, words)];
  const text = links.length === 0 ? parts : [...parts, linksText(links, words)];
  await output.print([line], text.join('\n\n'));
  return 0;
}

export const command = defineCommand({
  usage: '[options]',
  description: 'identity.cli.sign-in.description',
  options: tenantOptions,
  examples: [
    'tenant sign-in --client-id 11111111-2222-3333-4444-555555555555 --tenant contoso.com',
    'tenant sign-in --interactive --json',
  ],
  async run(invocation): Promise<ExitCode> {
    const { positionals, output, clock, dataDirectory } = invocation;
    const [extra] = positionals;
    if (extra !== undefined)
      return output.error(usageError({ problem: 'unexpectedArgument', argument: extra }).error);
    // The calls are written down, and nothing of what they bring is kept.
    using kept = openTenantStore(dataDirectory, clock);
    const signedIn = await signInForCommand(invocation, kept.record);
    if (!signedIn.ok) return output.error(signedIn.error);
    try {
      return await printCoverage(signedIn.value, kept.record, invocation);
    } finally {
      await signedIn.value.signOut();
    }
  },
});
