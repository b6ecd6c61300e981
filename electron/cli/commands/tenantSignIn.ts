import { defineCommand } from '../command.ts';
import { missingScopes, permissions, resources } from '../../../shared/identity/permissions.ts';
import { signInForCommand, tenantOptions } from '../tenantOptions.ts';
import { usageError } from '../options.ts';
import type { ExitCode } from '../exitCode.ts';
import type { Resource } from '../../../shared/identity/permissions.ts';
import type { TenantSession } from '../../service/identity/types.ts';
import type { Words } from '../words.ts';

interface GrantedPermission {
  readonly resource: Resource;
  readonly scope: string;
  readonly granted: boolean;
}

/** What the account's tokens allow, by the tokens themselves. */
async function readPermissions(
  session: TenantSession,
  signal: AbortSignal,
): Promise<readonly GrantedPermission[]> {
  const granted = new Map<Resource, readonly string[]>();
  for (const resource of resources) {
    const scope = resource === 'graph' ? ('User.Read' as const) : ('Exchange.Manage' as const);
    const token = await session.token({ resource, scopes: [scope], signal });
    granted.set(resource, token.ok ? token.value.scopes : []);
  }
  return permissions.map(({ resource, scope }) => ({
    resource,
    scope,
    granted: missingScopes([scope], granted.get(resource) ?? []).length === 0,
  }));
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

export const command = defineCommand({
  usage: '[options]',
  description: 'identity.cli.sign-in.description',
  options: tenantOptions,
  examples: [
    'tenant sign-in --client-id 11111111-2222-3333-4444-555555555555 --tenant contoso.com',
    'tenant sign-in --interactive --json',
  ],
  async run(invocation): Promise<ExitCode> {
    const { positionals, output, io, words } = invocation;
    const [extra] = positionals;
    if (extra !== undefined)
      return output.error(usageError({ problem: 'unexpectedArgument', argument: extra }).error);
    const signedIn = await signInForCommand(invocation);
    if (!signedIn.ok) return output.error(signedIn.error);
    const { session } = signedIn.value;
    try {
      const list = await readPermissions(session, io.signal);
      const { account, cloud } = session;
      const line = {
        schema: 'exo-companion/sign-in@1',
        account: account.username,
        tenantId: account.tenantId,
        cloud: cloud.name,
        permissions: list,
      } as const;
      await output.print([line], permissionsText(list, words));
      return 0;
    } finally {
      await signedIn.value.signOut();
    }
  },
});
