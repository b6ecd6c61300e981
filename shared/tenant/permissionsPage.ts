import { cloudIds, clouds } from '../identity/clouds.ts';
import { permissions } from '../identity/permissions.ts';
import { describeOtherRoad, describeSource, sourceIds } from './sources.ts';
import type { Permission } from '../identity/permissions.ts';
import type { SourceDescription, SourceId } from './sources.ts';
import type { Words } from '../words/words.ts';

interface Road {
  readonly id: SourceId;
  readonly road: SourceDescription;
  readonly isSecond: boolean;
}

const roads: readonly Road[] = sourceIds.flatMap((id) => {
  const other = describeOtherRoad(id);
  const first = { id, road: describeSource(id), isSecond: false };
  return other === null ? [first] : [first, { id, road: other, isSecond: true }];
});

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

const code = (text: string): string => `\`${text}\``;

function cloudsOf({ clouds: own }: SourceDescription): string {
  return own.length === cloudIds.length ? 'all' : own.join(', ');
}

function sourceRow({ id, road, isSecond }: Road, words: Words): string[] {
  const name = words(`tenantSources.${id}`);
  return [
    isSecond ? `${name}, where the first is closed` : name,
    road.call
      .split(', ')
      .map((call) => code(call))
      .join(', '),
    road.scopes.map((scope) => code(scope)).join(', ') || 'none',
    road.roles.join(' or ') || 'any',
    road.licence === null ? 'none' : 'Microsoft Entra ID P1 or P2',
    cloudsOf(road),
    words(`tenantSources.${id}.gives`),
  ];
}

function permissionRow({ scope, adminConsent, atSignIn }: Permission, words: Words): string[] {
  const users = roads
    .filter(({ road }) => road.scopes.some((one) => one === scope))
    .map(({ id }) => words(`tenantSources.${id}`));
  return [
    code(scope),
    adminConsent ? 'an administrator' : 'anyone',
    atSignIn ? 'signing in' : 'the source is chosen',
    words(`identity.permission.${scope as (typeof permissions)[number]['scope']}`),
    [...new Set(users)].join(', ') || '–',
  ];
}

/** `docs/permissions.md`: what each source needs, and what each permission is for; out of the code's own tables. */
export function permissionsPage(words: Words): string {
  const asked = roads.filter(({ road: { api } }) => api === 'graph' || api === 'exchange');
  const free = roads.filter(({ road: { api } }) => api === 'dns' || api === 'import');
  const heads = ['Source', 'Call', 'Permission', 'Role', 'Licence', 'Clouds', 'Why'];
  return `# Permissions

What the app may ask Microsoft for, and why. All permissions are delegated: the app reads what the person who signed in may read, and nothing when nobody is signed in. Signing in asks for two; each further one is asked for when a source that needs it is chosen, and a source whose permission is missing stays "not assessed" while the others go on.

\`tenant sign-in\` prints this table for an account: what is ready, and what stands in the way of the rest.

## Permissions

${table(
  ['Permission', 'Consent by', 'Asked for when', 'Why', 'Sources'],
  permissions.map((permission) => permissionRow(permission, words)),
)}

\`Exchange.Manage\` could change things; Exchange has no permission that only reads. So a list in the code holds what leaves the machine to \`Get-*\` cmdlets with known parameters (\`electron/service/exchange/allowedCmdlets.ts\`), and for Graph to reads of known paths (\`electron/service/graph/allowedRequests.ts\`). Whatever is not on them is never sent. Sign in as Global Reader, and Exchange refuses changes as well.

Not asked for: \`Application.Read.All\`. It would tell beforehand whether the tenant has the service principal of message tracing; \`Directory.Read.All\` tells it too where it was given, and else the answer to the first trace does.

## Sources that Microsoft answers

A role is one that is enough; where several are named, any of them. ${cloudIds.map((id) => `${code(id)} is ${clouds[id].name}`).join('; ')}.

${table(
  heads,
  asked.map((one) => sourceRow(one, words)),
)}

## Sources without an account

${table(
  ['Source', 'How', 'Why'],
  free.map(({ id, road }) => [
    words(`tenantSources.${id}`),
    road.api === 'import' ? `${road.call} file` : road.call,
    words(`tenantSources.${id}.gives`),
  ]),
)}
`;
}
