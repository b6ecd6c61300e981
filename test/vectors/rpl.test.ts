import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeWithVectors } from '../support/requirements.ts';
import { replay } from './rpl/replay.ts';

describeWithVectors('unbound', "Unbound's validator scenarios", (folder) => {
  it('are replayed: none fails, and what does not apply is few', async () => {
    const names = readdirSync(folder).filter((name) => /\.c?rpl$/.test(name));
    const replayed = await Promise.all(
      names.map(async (name) => ({
        name,
        ...(await replay(readFileSync(join(folder, name), 'utf8'))),
      })),
    );
    expect(replayed.filter(({ outcome }) => outcome === 'FAIL')).toEqual([]);
    expect(replayed.filter(({ outcome }) => outcome === 'PASS').length).toBeGreaterThanOrEqual(97);
  });
});

/** A zone without a trust anchor and one server; `expected`: the reply to check for. */
function scenario(parts: { config?: string; steps?: string; expected: string; answer: string }) {
  return `
server:
  trust-anchor: "other. DS 1 8 2 ${'00'.repeat(32)}"
  val-override-date: "20240101000000"
  ${parts.config ?? ''}
stub-zone:
  name: "."
  stub-addr: 192.0.2.1
CONFIG_END
SCENARIO_BEGIN made for this test
RANGE_BEGIN 0 100
  ADDRESS 192.0.2.1
ENTRY_BEGIN
MATCH opcode qtype qname
REPLY QR AA NOERROR
SECTION QUESTION
www.example. IN A
SECTION ANSWER
www.example. IN A 192.0.2.80
ENTRY_END
RANGE_END
STEP 1 QUERY
ENTRY_BEGIN
REPLY RD DO
SECTION QUESTION
www.example. IN A
ENTRY_END
${parts.steps ?? ''}
STEP 10 CHECK_ANSWER
ENTRY_BEGIN
MATCH all
REPLY QR RD RA DO ${parts.expected}
SECTION QUESTION
www.example. IN A
SECTION ANSWER
${parts.answer}
ENTRY_END
SCENARIO_END
`;
}

const record = 'www.example. IN A 192.0.2.80';

describe('the replay of a scenario', () => {
  it('passes when status, rcode and answer are as recorded', async () => {
    const replayed = await replay(scenario({ expected: 'NOERROR', answer: record }));
    expect(replayed).toEqual({ outcome: 'PASS', reason: '1 answer' });
  });

  it.each([
    ['another status', { expected: 'AD NOERROR', answer: record }, 'expected secure'],
    ['a failure', { expected: 'SERVFAIL', answer: '' }, 'expected failed'],
    ['another rcode', { expected: 'NXDOMAIN', answer: record }, 'rcode NOERROR'],
    ['another answer', { expected: 'NOERROR', answer: 'www.example. IN A 192.0.2.81' }, 'missing'],
    ['no answer', { expected: 'NOERROR', answer: '' }, 'surplus'],
  ])('fails on %s', async (_, parts, reason) => {
    const replayed = await replay(scenario(parts));
    expect(replayed.outcome).toBe('FAIL');
    expect(replayed.reason).toContain(reason);
  });

  it.each([
    [
      'a setting out of scope',
      { config: 'serve-expired: yes' },
      'configuration serve-expired: yes',
    ],
    ['a step out of scope', { steps: 'STEP 5 FLUSH_MESSAGE x' }, 'step FLUSH_MESSAGE'],
  ])('is skipped for %s, naming it', async (_, parts, reason) => {
    const replayed = await replay(scenario({ expected: 'NOERROR', answer: record, ...parts }));
    expect(replayed).toEqual({ outcome: 'SKIP', reason });
  });
});
