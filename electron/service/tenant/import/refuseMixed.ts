import { failure, success } from '../../../../shared/errors.ts';
import type { ImportedFile } from './readImport.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { Snapshot, SnapshotData } from '../../../../shared/tenant/snapshot.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';

/** What of a snapshot tells of its tenant. */
export const markedSources = [
  'organization',
  'domains',
  'organizationConfig',
  'transportConfig',
  'acceptedDomains',
] as const satisfies readonly SourceId[];

type Marked = Pick<SnapshotData, (typeof markedSources)[number]>;
type Base = { readonly tenant: Snapshot['tenant']; readonly data: Marked };

/**
 * Whether the files can belong to the tenant, by what they and the snapshot say: its id, its initial
 * domain, and where they name neither, whether any address is in one of its domains. Error:
 * `tenant-mixed`, naming the first file that does not fit.
 */
export function refuseMixed(files: readonly ImportedFile[], base: Base | null): Result<null> {
  const ids = new Set(base === null ? [] : idsOf(base));
  const initial = new Set(base === null ? [] : initialDomainsOf(base.data));
  const known = base === null ? [] : domainsOf(base.data);
  for (const file of files) {
    const { marks, name } = file;
    const stranger = strangerIn(marks.ids, ids) ?? strangerIn(marks.initialDomains, initial);
    if (stranger !== null) return failure('tenant-mixed', { name, ...stranger });
    const others = files.filter((one) => one !== file).flatMap(acceptedIn);
    const own = [...known, ...others];
    const domains = [...acceptedIn(file), ...answeredIn(file), ...marks.mailDomains];
    const [found = ''] = domains;
    const [expected = ''] = [...initial, ...own];
    if (own.length > 0 && domains.length > 0 && !domains.some((one) => isWithin(one, own)))
      return failure('tenant-mixed', { name, found, expected });
  }
  return success(null);
}

/** The first that is none of the known ones; while none is known, the first one becomes it. */
function strangerIn(
  found: readonly string[],
  known: Set<string>,
): { readonly found: string; readonly expected: string } | null {
  for (const one of found) {
    const [expected] = known;
    if (expected === undefined) known.add(one);
    else if (!known.has(one)) return { found: one, expected };
  }
  return null;
}

function isWithin(domain: string, own: readonly string[]): boolean {
  return own.some((one) => domain === one || domain.endsWith(`.${one}`));
}

function idsOf({ tenant, data }: Base): readonly string[] {
  return lowered([
    tenant.id,
    data.organization?.id,
    data.organizationConfig?.externalDirectoryOrganizationId,
  ]);
}

function initialDomainsOf({
  organizationConfig,
  transportConfig,
  acceptedDomains,
  organization,
}: Marked): readonly string[] {
  return lowered([
    organizationConfig?.organizationalUnitRoot,
    transportConfig?.organizationalUnitRoot,
    ...(acceptedDomains ?? []).flatMap((domain) => [
      domain.organizationalUnitRoot,
      domain.isInitial === true ? domain.domainName : null,
    ]),
    ...(organization?.verifiedDomains ?? []).map(({ isInitial, name }) =>
      isInitial === true ? name : null,
    ),
  ]);
}

function domainsOf({ organization, domains, acceptedDomains }: Marked): readonly string[] {
  return lowered([
    ...(acceptedDomains ?? []).map(({ domainName }) => domainName),
    ...(domains ?? []).map(({ id }) => id),
    ...(organization?.verifiedDomains ?? []).map(({ name }) => name),
  ]);
}

function acceptedIn({ sources }: ImportedFile): readonly string[] {
  const accepted = sources.find(({ id }) => id === 'acceptedDomains')?.data ?? [];
  return lowered((accepted as SnapshotData['acceptedDomains'])?.map((one) => one.domainName) ?? []);
}

/** Domains of which Exchange was asked one by one. */
function answeredIn({ sources }: ImportedFile): readonly string[] {
  return sources
    .filter(({ id }) => id === 'dnssecStatus' || id === 'smtpDaneInbound')
    .flatMap(({ data }) =>
      (data as readonly { readonly domain: string }[]).map((one) => one.domain),
    );
}

function lowered(texts: readonly (string | null | undefined)[]): readonly string[] {
  const names = texts.flatMap((text) => (typeof text === 'string' ? [text.toLowerCase()] : []));
  return [...new Set(names)];
}
