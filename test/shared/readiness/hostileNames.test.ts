import { expect, test } from 'vitest';
import { evaluateRule } from '../../../shared/readiness/evaluate.ts';
import { rules } from '../../../shared/readiness/rules.ts';
import type { Remedy } from '../../../shared/readiness/rule.ts';
import { readSnapshot } from '../../../shared/tenant/readSnapshot.ts';
import { powerShellTokens } from '../../support/powerShellTokens.ts';
import { snapshotOf } from '../../support/snapshotOf.ts';
import { cases } from './cases.ts';

const hostile = [
  "o'hara ''",
  'a’‘‚‛b',
  '$(calc) `n $env:x',
  'x; y | z & {w}',
  '-Identity:x',
  '“q” "r"',
  'مرحبا \u202e',
  'a\r\nb\u2028c\u0085d',
  '😀@=cmd|x,y\t',
  '#c <#d#> @{e}',
  "_25._tcp.x. IN TLSA 3 1 1 00\n'",
];

/** Every text that could be a name, as this one; addresses keep what makes them some. */
function renamed(value: unknown, name: string): unknown {
  if (typeof value === 'string') {
    if (value.startsWith('smtp:') || value.startsWith('SMTP:')) {
      return `${value.slice(0, 5)}${name}@alias.example`;
    }
    return value.includes('@') ? `${name}@${name}.example` : value;
  }
  if (Array.isArray(value)) return value.map((item) => renamed(item, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      ['name', 'domainName', 'records', 'expectedMx', 'exchange'].includes(key) &&
      typeof inner === 'string'
        ? name
        : renamed(inner, name),
    ]),
  );
}

function judge({ commands, rollback, verify, records }: Remedy): number {
  const lines = [...commands, ...rollback, ...verify];
  for (const line of lines) {
    expect(line).not.toMatch(/[\p{Cc}]/u);
    const [cmdlet, ...rest] = powerShellTokens(line);
    expect(cmdlet?.value).toMatch(/^(?:[A-Z][a-z]+-[A-Za-z]+|\.\\[A-Za-z-]+\.ps1)$/);
    // What came from outside is a string, never a word of the command.
    for (const { kind, value } of rest) {
      if (kind === 'parameter') expect(value).toMatch(/^-[A-Z][A-Za-z]+$/);
      if (kind === 'word') expect(['$true', '$false', '$null']).toContain(value);
    }
  }
  for (const record of records) {
    expect(record).toMatch(/^[\w.-]+ (?:\d+ )?IN (?:MX|CNAME|TXT|TLSA) [\w .;="-]+$/);
  }
  return lines.length;
}

test('every line of every result is one cmdlet, or one record, whatever the names', () => {
  let seen = 0;
  for (const rule of rules) {
    for (const { data, entries, at = '2026-11-23T12:00:00Z' } of cases[rule.id] ?? []) {
      for (const name of hostile) {
        const snapshot = snapshotOf(data, entries);
        const read = readSnapshot({ ...snapshot, data: renamed(snapshot.data, name) }, 'a.json');
        if (!read.ok) continue;
        for (const { remedy, status } of evaluateRule(rule, read.value, new Date(at))) {
          expect(status).not.toBe('error');
          if (remedy !== null) seen += judge(remedy);
        }
      }
    }
  }
  expect(seen).toBeGreaterThan(1000);
});
