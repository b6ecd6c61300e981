import { describe, expect, test } from 'vitest';
import { certificateNamed } from '../../../../support/certificate.ts';
import { chainOf } from '../../../../../renderer/features/tlsa/generator/certificates.ts';
import { initialDraft } from '../../../../../renderer/features/tlsa/generator/draft.ts';
import {
  anchorsOf,
  everyRecord,
  recordOfDraft,
} from '../../../../../renderer/features/tlsa/generator/records.ts';

const authority = { isCa: true, role: 'issuer' } as const;
const root = certificateNamed('root', { ...authority, selfIssued: true });
const issuing = certificateNamed('issuing', { ...authority, issuers: [root.fingerprint] });
const other = certificateNamed('other', authority);
const leaf = certificateNamed('leaf', { issuers: [issuing.fingerprint, root.fingerprint] });
const all = [leaf, root, other, issuing];
const chain = chainOf(leaf, all);

describe('records of a chain', () => {
  test('the chain goes from the certificate upwards', () => {
    expect(chain).toEqual([leaf, issuing, root]);
  });

  test('a chain ends where an issuer is not at hand', () => {
    expect(chainOf(leaf, [leaf, root])).toEqual([leaf, root]);
    expect(chainOf(leaf, [leaf])).toEqual([leaf]);
  });

  test('issuers to choose from begin with the nearest, and never hold the server’s own', () => {
    expect(anchorsOf(chain, all)).toEqual([issuing, root, other]);
    expect(anchorsOf(chainOf(issuing, all), all)).toEqual([issuing, root, other]);
  });

  test.each([
    [3, leaf],
    [1, leaf],
    [2, issuing],
    [0, issuing],
  ] as const)('usage %i is made from the right certificate', (usage, certificate) => {
    const made = recordOfDraft({ ...initialDraft, usage }, chain, anchorsOf(chain, all));
    expect(made).toEqual({
      certificate,
      record: {
        usage,
        selector: 1,
        matchingType: 1,
        data: certificate.associations.publicKey.sha256,
      },
    });
  });

  test('a chosen issuer is taken', () => {
    const draft = { ...initialDraft, usage: 2, anchor: root.fingerprint } as const;
    expect(recordOfDraft(draft, chain, anchorsOf(chain, all))?.certificate).toBe(root);
  });

  test('usage 2 makes nothing where no issuer is at hand', () => {
    expect(recordOfDraft({ ...initialDraft, usage: 2 }, [leaf], [])).toBe(null);
  });

  test('there are 12 for a certificate alone, and 12 more for each issuer', () => {
    expect(
      [[leaf], [leaf, issuing], chain].map((each) => everyRecord(each as never).length),
    ).toEqual([12, 24, 36]);
  });
});
