import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rrType } from '../../../../electron/service/dns/codes.ts';
import { decodeMessage } from '../../../../electron/service/dns/decode.ts';
import { encodeMessage } from '../../../../electron/service/dns/encode.ts';
import { formatName } from '../../../../electron/service/dns/name.ts';
import { formatRecord } from '../../../../electron/service/dns/rdata/format.ts';
import { parseZoneText } from '../../../../electron/service/dns/zoneText.ts';
import { message, record } from './arbitraries.ts';
import type { Message } from '../../../../electron/service/dns/types.ts';
import { patience } from '../../../support/patience.ts';

function decoded(bytes: Uint8Array): Message {
  const result = decodeMessage(bytes);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'));
}

function reasonOf(hex: string): string | null {
  const result = decodeMessage(bytes(hex));
  return result.ok ? null : result.error;
}

/** A response with one question for `a.` A and the counts and octets given. */
function response(counts: string, rest: string): string {
  return `1234 8180 0001 ${counts} 0161 00 0001 0001 ${rest}`;
}

function pointer(to: number): string {
  return (0xc000 + to).toString(16);
}

describe('a message', () => {
  it('reads back to what was written, compressed or not', () => {
    fc.assert(
      fc.property(message, fc.boolean(), (original, compress) => {
        expect(decoded(encodeMessage(original, { compress }))).toEqual(original);
      }),
      { numRuns: 500 },
    );
  });

  it('is shorter when compressed', () => {
    const zone = parseZoneText(
      'mail.example.com. 60 IN MX 10 mx.mail.example.com.\nmail.example.com. 60 IN NS ns.mail.example.com.',
    );
    const original: Message = {
      ...decoded(bytes('1234 8180 0000 0000 0000 0000')),
      answers: zone.ok ? zone.value : [],
    };
    const compressed = encodeMessage(original, { compress: true });
    expect(compressed.length).toBeLessThan(encodeMessage(original).length - 40);
    expect(decoded(compressed)).toEqual(original);
  });

  it('is read from the middle of a larger buffer, its names kept in their case', () => {
    const query = bytes(
      `ffff 1234 0100 0001 0000 0000 0000 0357 7757 0765 7861 4d70 6c65 00 0001 0001 ffff`,
    );
    const { questions } = decoded(query.subarray(2, -2));
    expect(questions.map((question) => formatName(question.name))).toEqual(['WwW.exaMple.']);
  });

  it('gives the 12 bits of an extended rcode and its extended errors', () => {
    // BADVERS (16): 0 in the header, 1 in the OPT record. EDE 9 with the text "no key".
    const { rcode, edns } = decoded(
      bytes(
        response(
          '0000 0000 0001',
          '00 0029 04d0 01 00 8000 0011 000a 0001 ff 000f 0008 0009 6e6f 206b 6579',
        ),
      ),
    );
    expect(rcode).toBe(16);
    expect(edns).toEqual({
      udpSize: 1232,
      version: 0,
      dnssecOk: true,
      extendedErrors: [{ code: 9, text: 'no key' }],
    });
  });

  it('writes out compressed names in the RDATA of the types that may have them', () => {
    const { answers } = decoded(
      bytes(response('0001 0000 0000', 'c00c 000f 0001 0000 003c 0006 000a 016d c00c')),
    );
    expect(answers.map(formatRecord)).toEqual(['a. 60 IN MX 10 m.a.']);
  });

  it('takes a TTL with its top bit set as zero', () => {
    const { answers } = decoded(
      bytes(response('0001 0000 0000', 'c00c 0001 0001 8000 0001 0004 c000 0201')),
    );
    expect(answers[0]?.ttl).toBe(0);
  });
});

describe('octets that are no message', () => {
  it.each([
    ['nothing', '', 'length'],
    ['a header cut short', '1234 8180 0001 0000 0000 00', 'length'],
    ['counts that promise more', response('0001 0000 0000', ''), 'length'],
    ['octets after the end', response('0000 0000 0000', '00'), 'trailing-bytes'],
    ['a pointer to itself', '1234 8180 0001 0000 0000 0000 c00c 0001 0001', 'pointer'],
    ['a pointer forward', '1234 8180 0001 0000 0000 0000 c012 0001 0001 0161 00', 'pointer'],
    ['a loop of labels', '1234 8180 0001 0000 0000 0000 0161 c00c 0001 0001', 'pointer'],
    ['the label type 01', '1234 8180 0001 0000 0000 0000 4161 00 0001 0001', 'label'],
    ['the label type 10', '1234 8180 0001 0000 0000 0000 8161 00 0001 0001', 'label'],
    ['a pointer cut in half', '1234 8180 0001 0000 0000 0000 c0', 'length'],
    [
      'RDATA past the end',
      response('0001 0000 0000', 'c00c 0001 0001 0000003c 0005 c0000201'),
      'length',
    ],
    [
      'a name longer than its RDATA',
      response('0001 0000 0000', 'c00c 0005 0001 0000003c 0002 0161 00'),
      'length',
    ],
    [
      'a name shorter than its RDATA',
      response('0001 0000 0000', 'c00c 0005 0001 0000003c 0003 c00c 00'),
      'rdata',
    ],
    [
      'MX without a preference',
      response('0001 0000 0000', 'c00c 000f 0001 0000003c 0001 00'),
      'rdata',
    ],
    [
      'two OPT records',
      response('0000 0000 0002', '00 0029 04d0 00000000 0000 00 0029 04d0 00000000 0000'),
      'opt',
    ],
    ['OPT among the answers', response('0001 0000 0000', '00 0029 04d0 00000000 0000'), 'opt'],
    ['OPT with an owner', response('0000 0000 0001', 'c00c 0029 04d0 00000000 0000'), 'opt'],
    [
      'an option past the end',
      response('0000 0000 0001', '00 0029 04d0 00000000 0005 000f 0002 00'),
      'opt',
    ],
  ])('%s', (_, hex, reason) => {
    expect(reasonOf(hex)).toBe(reason);
  });

  it('a name of more than 255 octets made by pointers', () => {
    const label = `3f${'61'.repeat(63)}`;
    const four = `${label}${label}${label}3d${'61'.repeat(61)}00`;
    expect(reasonOf(`1234 8180 0001 0000 0000 0000 ${four} 0001 0001`)).toBe(null);
    expect(reasonOf(`1234 8180 0002 0000 0000 0000 ${four} 0001 0001 0162 c00c 0001 0001`)).toBe(
      'name-too-long',
    );
  });

  it('never make the reader throw, and never take long', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (noise) => {
        const started = performance.now();
        const result = decodeMessage(noise);
        expect(typeof result.ok).toBe('boolean');
        expect(performance.now() - started).toBeLessThan(patience);
      }),
      { numRuns: 3000 },
    );
  });

  it('nor do real ones with octets changed, cut or doubled', () => {
    const edit = fc.record({ at: fc.nat(), octet: fc.nat(255), cut: fc.boolean() });
    fc.assert(
      fc.property(message, fc.array(edit, { minLength: 1, maxLength: 6 }), (original, edits) => {
        let mutated = encodeMessage(original, { compress: true });
        for (const { at, octet, cut } of edits) {
          const index = at % mutated.length;
          if (cut && mutated.length > 1) mutated = mutated.slice(0, Math.max(1, index));
          else mutated[index] = octet;
        }
        const result = decodeMessage(mutated);
        if (!result.ok) return;
        // What reads, shows, and reads the same when it is written down again.
        for (const one of result.value.answers) formatRecord(one);
        const again = decoded(encodeMessage(result.value, { compress: true }));
        const { edns, rcode, ...rest } = again;
        const { edns: _, rcode: __, ...before } = result.value;
        expect(rest).toEqual(before);
        // Of EDNS only what is understood is kept, and broken text is mended.
        expect([edns === null, rcode & 0xf]).toEqual([
          result.value.edns === null,
          result.value.rcode & 0xf,
        ]);
      }),
      { numRuns: 2000 },
    );
  });

  it('a full message of pointer chains is read in bounded time', () => {
    // RDATA of an unknown type holds 100 names, each a label and a pointer to the one before; then
    // come as many records as fit, each owned by the last of them.
    const chainStart = 12 + 11;
    const links = Array.from({ length: 100 }, (_, index) =>
      index === 0 ? '016100' : `0161${pointer(chainStart + Math.max(0, index * 4 - 5))}`,
    );
    const chain = links.join('');
    const last = chainStart + 3 + 98 * 4;
    const length = (chain.length / 2).toString(16).padStart(4, '0');
    const holder = `00 ff00 0001 00000000 ${length} ${chain}`;
    const count = 5400;
    const owned = `${pointer(last)} 0001 0001 00000000 0000`;
    const records = (count + 1).toString(16).padStart(4, '0');
    const whole = bytes(`1234 8180 0000 ${records} 0000 0000 ${holder} ${owned.repeat(count)}`);
    expect(whole.length).toBeGreaterThan(64_000);
    const started = performance.now();
    const result = decodeMessage(whole);
    expect(result.ok && result.value.answers.at(-1)?.owner).toHaveLength(100);
    expect(performance.now() - started).toBeLessThan(patience);
  });
});

describe('a record', () => {
  it('reads back from its text', () => {
    fc.assert(
      fc.property(record, (original) => {
        const text = formatRecord(original);
        expect(parseZoneText(text)).toEqual({ ok: true, value: [original] });
      }),
      { numRuns: 1000 },
    );
  });

  it('with RDATA that does not fit its type is shown as octets', () => {
    const misfit = { owner: [], type: rrType.A, class: 1, ttl: 0, rdata: bytes('010203') };
    expect(formatRecord(misfit)).toBe(String.raw`. 0 IN A \# 3 010203`);
  });
});
