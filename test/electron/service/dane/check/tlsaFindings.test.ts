import { describe, expect, it } from 'vitest';
import { signatureFindings } from '../../../../../electron/service/dane/check/tlsaFindings.ts';
import { rrType } from '../../../../../electron/service/dns/codes.ts';
import type { ValidatedAnswer } from '../../../../../electron/service/dnssec/types.ts';
import { daneWorld, worldTime } from '../../../../support/daneWorld.ts';
import { name } from '../../../../support/dnssec.ts';

const hour = 3_600_000;

async function proven(): Promise<ValidatedAnswer> {
  await using world = await daneWorld({
    zones: [{ origin: 'example.test', text: '_25._tcp.mx IN TLSA 3 1 1 00' }],
  });
  return world.validator.validate(name('_25._tcp.mx.example.test'), rrType.TLSA);
}

const codes = (answer: ValidatedAnswer, at = worldTime) =>
  signatureFindings('mx.example.test', [answer], at).map(({ code }) => code);

describe('the signatures that an answer rests on', () => {
  it('warn from six hours before the first of them expires', async () => {
    const answer = await proven();
    expect(answer.status).toBe('secure');
    const end = Date.parse(answer.expires!);
    expect(codes(answer, new Date(end - 6 * hour))).toEqual([]);
    const [warning] = signatureFindings(undefined, [answer], new Date(end - 6 * hour + 1));
    expect(warning).toMatchObject({
      code: 'signature-expires-soon',
      severity: 'warning',
      params: { time: new Date(end).toISOString() },
    });
  });

  it('warn where a link of the chain was signed by an algorithm with SHA-1', async () => {
    const answer = await proven();
    const [first, ...others] = answer.chain;
    const chain = [{ ...first!, reason: 'algorithm-deprecated' as const }, ...others];
    expect(codes({ ...answer, chain })).toEqual(['signature-algorithm-deprecated']);
  });

  it('are of no matter where the answer is not secure', async () => {
    const answer = { ...(await proven()), status: 'insecure' as const };
    expect(codes(answer, new Date(Date.parse(answer.expires!)))).toEqual([]);
  });
});
