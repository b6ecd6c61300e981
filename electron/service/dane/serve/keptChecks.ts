import { z } from 'zod';
import { failure, success } from '../../../../shared/errors.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { CheckRow, KeptCheck } from '../../../../shared/contract/dane.ts';
import { daneCheckSchema } from '../../../../shared/dane/check.ts';
import type { DaneCheck, Finding } from '../../../../shared/dane/check.ts';
import { severities } from '../../../../shared/dane/findings.ts';
import { checksPerSubjectMax } from '../../../../shared/limits.ts';
import { checkPlaces } from '../../../../shared/dane/run.ts';
import type { CheckPlace } from '../../../../shared/dane/run.ts';
import { checkServices } from '../../../../shared/dane/services.ts';
import type { CheckService } from '../../../../shared/dane/services.ts';
import { domainVerdictSchema } from '../../../../shared/dane/verdict.ts';
import { serviceKinds } from '../../../../shared/dane/services.ts';
import type { CheckHistory, StoredCheck } from '../../history/checkHistory.ts';
import type { OpenHistory } from '../../history/openHistory.ts';

/** How the history calls checks of each place: the lab's are never among the real ones. */
export const historyKinds: Readonly<Record<CheckPlace, string>> = {
  internet: 'dane',
  lab: 'dane-lab',
};

const bodySchema = z.object({ service: z.enum(checkServices), check: daneCheckSchema });

/** The TLSA owners that a check looked at, with what was proven to stand there. */
function recordsSeen(service: CheckService, { domain, hosts }: DaneCheck) {
  const port = serviceKinds[service].port ?? Number(domain.slice(domain.lastIndexOf(':') + 1));
  return hosts.flatMap(({ tlsaBase, tlsaStatus, tlsa }) =>
    tlsaBase === null || tlsaStatus !== 'secure'
      ? []
      : [{ owner: `_${port}._tcp.${tlsaBase}`, records: tlsa.map(({ record }) => record) }],
  );
}

/** Keeps a finished check at once, so that nothing is lost whatever ends the app. */
export function keepCheck(
  { history, sightings }: Pick<OpenHistory, 'history' | 'sightings'>,
  place: CheckPlace,
  service: CheckService,
  check: DaneCheck,
): KeptCheck {
  const { domain, checkedAt, verdict } = check;
  const kind = historyKinds[place];
  const body = { service, check };
  const [id = 0] = history.save([{ kind, subject: domain, checkedAt, verdict, body }]);
  for (const { owner, records } of recordsSeen(service, check)) {
    sightings.saw(kind, owner, records, checkedAt);
  }
  return { id, place, service, check };
}

function readStored({ id, kind, body }: StoredCheck): KeptCheck | null {
  const place = checkPlaces.find((each) => historyKinds[each] === kind);
  const parsed = bodySchema.safeParse(body);
  return place === undefined || !parsed.success ? null : { id, place, ...parsed.data };
}

/** Errors: `history-entry-missing`; `history-entry-unreadable`, of another version say. */
export function readKept(history: CheckHistory, id: number): Result<KeptCheck> {
  const stored = history.get(id);
  if (stored === null) return failure('history-entry-missing');
  const kept = readStored(stored);
  return kept === null ? failure('history-entry-unreadable') : success(kept);
}

/** Forgets a subject, and what was seen of the records of its hosts. Returns how many checks there were. */
export function forgetSubject(
  { history, sightings }: Pick<OpenHistory, 'history' | 'sightings'>,
  place: CheckPlace,
  subject: string,
): number {
  const kind = historyKinds[place];
  for (const { id } of history.ofSubject(kind, subject, checksPerSubjectMax)) {
    const kept = readKept(history, id);
    if (!kept.ok) continue;
    const { service, check } = kept.value;
    for (const { owner } of recordsSeen(service, check)) sightings.forget(kind, owner);
  }
  return history.forget(kind, subject);
}

/** The check of the same subject before; `null`: there is none that can be read. */
export function readPrevious(history: CheckHistory, id: number): KeptCheck | null {
  const stored = history.previous(id);
  return stored === null ? null : readStored(stored);
}

const hostsShown = 3;

function mainFinding(findings: readonly Finding[]): Finding | null {
  for (const severity of severities) {
    const found = findings.find((finding) => finding.severity === severity);
    if (found !== undefined && severity !== 'info') return found;
  }
  return null;
}

/** One line of a list. */
export function checkRow(history: CheckHistory, { id, place, check }: KeptCheck): CheckRow {
  const { domain, findings, hosts } = check;
  const [newest] = history.ofSubject(historyKinds[place], domain, 1);
  const previous = domainVerdictSchema.safeParse(newest?.previousVerdict);
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    id,
    domain,
    checkedAt: check.checkedAt,
    verdict: check.verdict,
    previousVerdict: previous.success ? previous.data : null,
    protectedByDane: check.protectedByDane,
    hosts: hosts.slice(0, hostsShown).map(({ name }) => name),
    hostCount: hosts.length,
    errors: count('error'),
    warnings: count('warning'),
    main: mainFinding(findings),
  };
}
