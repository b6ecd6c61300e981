import { readTime } from '../../../../shared/tenant/readValue.ts';
import { countOf, recordOf, textOf } from './raw.ts';
import type { LegacySignIn } from '../../../../shared/tenant/records/graph.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';

interface Part {
  add(records: readonly RawRecord[]): void;
  clear(): void;
}

/** Counts sign-ins by user, protocol and app, so that nothing else of them need be kept. */
export interface SignInTally {
  /** One answer's worth, which may begin again. */
  part(): Part;
  isEmpty(): boolean;
  /** By user, then protocol. */
  clients(): LegacySignIn[];
}

export function createSignInTally(): SignInTally {
  const parts: Map<string, LegacySignIn>[] = [];
  return {
    part() {
      const found = new Map<string, LegacySignIn>();
      parts.push(found);
      return {
        add(records) {
          for (const raw of records) count(found, readSignIn(raw));
        },
        clear: () => found.clear(),
      };
    },
    isEmpty: () => parts.every(({ size }) => size === 0),
    clients() {
      const all = new Map<string, LegacySignIn>();
      for (const part of parts) for (const one of part.values()) count(all, one);
      return [...all.values()].toSorted((a, b) => compare(keyOf(a), keyOf(b)));
    },
  };
}

function readSignIn(raw: RawRecord): LegacySignIn | null {
  const userPrincipalName = textOf(raw['userPrincipalName']) ?? textOf(raw['userId']);
  const clientAppUsed = textOf(raw['clientAppUsed']);
  if (userPrincipalName === null || clientAppUsed === null) return null;
  const at = readTime(raw['createdDateTime']) ?? null;
  const isSuccess = countOf(recordOf(raw['status'])['errorCode']) === 0;
  return {
    userPrincipalName: userPrincipalName.toLowerCase(),
    clientAppUsed,
    appDisplayName: textOf(raw['appDisplayName']),
    successes: isSuccess ? 1 : 0,
    failures: isSuccess ? 0 : 1,
    lastAt: at,
    lastSuccessAt: isSuccess ? at : null,
  };
}

function count(found: Map<string, LegacySignIn>, one: LegacySignIn | null): void {
  if (one === null) return;
  const key = keyOf(one);
  const before = found.get(key);
  found.set(
    key,
    before === undefined
      ? one
      : {
          ...before,
          successes: before.successes + one.successes,
          failures: before.failures + one.failures,
          lastAt: later(before.lastAt, one.lastAt),
          lastSuccessAt: later(before.lastSuccessAt, one.lastSuccessAt),
        },
  );
}

function keyOf({ userPrincipalName, clientAppUsed, appDisplayName }: LegacySignIn): string {
  return [userPrincipalName, clientAppUsed, appDisplayName ?? ''].join('\n');
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
