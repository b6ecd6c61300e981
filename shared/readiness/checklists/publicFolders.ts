import { cmdlet } from '../powerShell.ts';
import { byHand, done, forTenant, open, unknown } from './checklist.ts';
import type { Checklist, StepContext, StepFinding, StepPlan } from './checklist.ts';
import { evidenceOf, readFact } from './tenantFacts.ts';

const property = 'PublicFoldersEnabled';

function whereTheyAre(context: StepContext) {
  const read = readFact(context, 'organizationConfig', ['publicFoldersEnabled']);
  if (!read.ok) return { ok: false, finding: read.finding } as const;
  const value = read.data.publicFoldersEnabled;
  const evidence = [evidenceOf(read.entry, property, value)];
  const place = (['remote', 'local', 'none'] as const).find(
    (known) => known === value?.toLowerCase(),
  );
  return place === undefined
    ? {
        ok: false as const,
        finding: unknown('value-unknown', { property, value: value ?? '–' }, evidence),
      }
    : { ok: true as const, place, evidence };
}

const messages = {
  remote: 'public-folders-remote',
  local: 'public-folders-local',
  none: 'public-folders-none',
} as const;

function placeKnown(context: StepContext): StepFinding {
  const where = whereTheyAre(context);
  return where.ok ? done(messages[where.place], {}, where.evidence) : where.finding;
}

function migrated(context: StepContext): StepFinding {
  const where = whereTheyAre(context);
  if (!where.ok) return where.finding;
  const { place, evidence } = where;
  return place === 'remote'
    ? open('public-folders-remote', {}, evidence)
    : done(messages[place], {}, evidence);
}

const sources = ['organizationConfig'] as const;

const steps: readonly StepPlan[] = [
  { id: 'place-known', sources, looks: [], assess: placeKnown },
  byHand('script-current', {
    commands: () => [
      cmdlet('Install-Module', { Name: 'ExchangeOnlineManagement', Scope: 'CurrentUser' }),
    ],
  }),
  byHand('synchronized', {
    commands: () => [
      String.raw`.\Sync-ModernMailPublicFolders.ps1 -CsvSummaryFile 'sync_summary.csv'`,
      cmdlet('Get-MailPublicFolder', { ResultSize: 'Unlimited' }),
    ],
  }),
  byHand('moved'),
  {
    id: 'migrated',
    sources,
    looks: [],
    assess: migrated,
    commands: () => [cmdlet('Set-OrganizationConfig', { PublicFoldersEnabled: 'Local' })],
    rollback: () => [cmdlet('Set-OrganizationConfig', { PublicFoldersEnabled: 'Remote' })],
  },
  byHand('old-removed'),
];

/** Public folders: a current synchronization script, then the move to Exchange Online. */
export const checklist: Checklist = { ...forTenant, id: 'public-folders', steps };
