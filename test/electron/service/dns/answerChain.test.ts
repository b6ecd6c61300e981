import { describe, expect, it } from 'vitest';
import { answerChain } from '../../../../electron/service/dns/answerChain.ts';
import { rrType } from '../../../../electron/service/dns/codes.ts';
import { queryMessage } from '../../../../electron/service/dns/encode.ts';
import { parseName } from '../../../../electron/service/dns/name.ts';
import { formatRecord } from '../../../../electron/service/dns/rdata/format.ts';
import { parseZoneText } from '../../../../electron/service/dns/zoneText.ts';

function chain(name: string, type: number, text: string): string[] {
  const parsed = parseName(name);
  const answers = parseZoneText(text, { ttl: 60 });
  if (!parsed.ok || !answers.ok) throw new Error(text);
  const question = { name: parsed.value, type };
  const query = queryMessage(question, {
    id: 0,
    udpSize: 1232,
    checkingDisabled: true,
    dnssecOk: true,
  });
  return answerChain({ ...query, answers: answers.value }, question).map((record) =>
    formatRecord(record).replace(' 60 IN', ''),
  );
}

const signature = 'RRSIG A 13 1 60 20300101000000 20290101000000 1 a. AAAA';

describe('the answer section in the order in which it answers', () => {
  it('puts aliases before what they lead to, whatever the order they came in', () => {
    const text = 'c. A 192.0.2.1\nb. CNAME c.\nA. CNAME b.\nc. A 192.0.2.2';
    expect(chain('a.', rrType.A, text)).toEqual([
      'A. CNAME b.',
      'b. CNAME c.',
      'c. A 192.0.2.1',
      'c. A 192.0.2.2',
    ]);
  });

  it('puts a DNAME before the alias that was made from it', () => {
    const text = 'x.b. A 192.0.2.1\nx.a. CNAME x.b.\na. DNAME b.';
    expect(chain('x.a.', rrType.A, text)).toEqual([
      'a. DNAME b.',
      'x.a. CNAME x.b.',
      'x.b. A 192.0.2.1',
    ]);
  });

  it('leaves out signatures, and records that answer nothing', () => {
    const text = `a. A 192.0.2.1\na. ${signature}\nevil. A 192.0.2.66\na. TXT "x"`;
    expect(chain('a.', rrType.A, text)).toEqual(['a. A 192.0.2.1']);
  });

  it('keeps signatures that were asked for, and everything when everything was', () => {
    const text = `a. A 192.0.2.1\na. ${signature}`;
    expect(chain('a.', rrType.RRSIG, text)).toHaveLength(1);
    expect(chain('a.', rrType.ANY, 'a. A 192.0.2.1\na. TXT "x"')).toHaveLength(2);
    expect(chain('a.', rrType.CNAME, 'a. CNAME b.\nb. CNAME c.')).toEqual(['a. CNAME b.']);
  });

  it('ends with a loop', () => {
    expect(chain('a.', rrType.A, 'a. CNAME b.\nb. CNAME a.').length).toBeLessThan(40);
  });
});
