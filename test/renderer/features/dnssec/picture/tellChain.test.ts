import { afterAll, beforeAll, expect, it } from 'vitest';
import { dnsLabPrograms } from '../../../../lab/dns/dnsLab.ts';
import { describeWith } from '../../../../support/requirements.ts';
import { englishSpeaker } from '../../../../support/englishSpeaker.ts';
import { labZones } from '../../../../lab/dns/labZones.ts';
import { layoutChain } from '../../../../../renderer/features/dnssec/picture/layout.ts';
import { startLabChains } from '../../../../support/labChains.ts';
import { svgFile } from '../../../../../renderer/features/dnssec/picture/svgFile.ts';
import { tellChain } from '../../../../../renderer/features/dnssec/picture/tellChain.ts';
import type { Arrow, Box, Story } from '../../../../../renderer/features/dnssec/picture/story.ts';
import type { LabChains } from '../../../../support/labChains.ts';

const speaker = englishSpeaker();

/** Everything in order, out of its cards. */
function flat(story: Story): (Box | Arrow)[] {
  return story.flatMap((part) => (part.kind === 'zone' ? [...part.items] : [part]));
}

function line(item: Box | Arrow): string {
  const own = item.kind === 'box' ? item.title : item.phrase;
  const notes = item.kind === 'box' ? item.notes : item.note === null ? [] : [item.note];
  const mark = item.kind === 'arrow' ? (item.isBreak ? '✗ ' : '↓ ') : '';
  return mark + [own, ...notes].map(speaker.speak).join(' | ');
}

/** What is said, a line each; a card with its zone and status. */
function said(story: Story): string[] {
  return story.flatMap((part) =>
    part.kind === 'zone'
      ? [
          `[${part.zone} ${part.status}]`,
          ...part.items.map((item) => `  ${line(item)}`),
          ...part.asides.map(({ phrase }) => `  ${speaker.speak(phrase)}`),
        ]
      : [line(part)],
  );
}

/** Key tags and dates are new in every lab. */
function masked(lines: readonly string[]): string[] {
  return lines.map((line) =>
    line.replaceAll(/\b(key|Key) \d+/g, '$1 N').replaceAll(/[A-Z][a-z]{2} \d{1,2}, \d{4}/g, 'DATE'),
  );
}

describeWith(dnsLabPrograms, 'the story of a chain', () => {
  let chains: LabChains;
  beforeAll(async () => {
    chains = await startLabChains();
  });
  afterAll(() => chains.stop());

  const storyOf = async (name: string, type = 'A') => tellChain(await chains.validate(name, type));

  it('goes from the anchor over keys, digests and signatures to the answer', async () => {
    expect(masked(said(await storyOf('www.split.nsec3')))).toEqual([
      'Trust anchor | Key N, SHA-256: fits',
      '↓ is the digest of this key',
      '[. secure]',
      '  Key-signing key N | RSASHA256 (8), 1,024 bits',
      '  ↓ Key N signs the keys of the zone | valid until DATE',
      '  Zone-signing key N | RSASHA256 (8), 1,024 bits',
      '↓ Key N signs | valid until DATE',
      'DS of nsec3 | Key N, SHA-256: fits',
      '↓ is the digest of this key',
      '[nsec3 secure]',
      '  Key-signing key N | ECDSAP256SHA256 (13), 256 bits',
      '  ↓ Key N signs the keys of the zone | valid until DATE',
      '  Zone-signing key N | ECDSAP256SHA256 (13), 256 bits',
      '↓ Key N signs | valid until DATE',
      'DS of split.nsec3 | Key N, SHA-256: fits',
      '↓ is the digest of this key',
      '[split.nsec3 secure]',
      '  Key-signing key N | ECDSAP256SHA256 (13), 256 bits',
      '  ↓ Key N signs the keys of the zone | valid until DATE',
      '  Zone-signing key N | ECDSAP256SHA256 (13), 256 bits',
      '↓ Key N signs the answer | valid until DATE',
      'www.split.nsec3 A | 1 A record',
    ]);
  });

  /** From the zone in question on. */
  it.each([
    [
      'www.expired.nsec',
      [
        '[expired.nsec bogus]',
        '  Key-signing key N | ECDSAP256SHA256 (13), 256 bits',
        '  ✗ The signatures of expired.nsec have expired. | Signature of key N, valid from DATE to DATE',
        '↓ Below a broken link nothing can be trusted.',
        'www.expired.nsec A | 1 record (NOERROR)',
      ],
    ],
    [
      'www.badtag.nsec3',
      [
        'DS of badtag.nsec3 | Key N, SHA-256: fits no key of the zone',
        '✗ No key of badtag.nsec3 is one that is vouched for from above.',
        '[badtag.nsec3 bogus]',
        '  Published: key N',
        '↓ Below a broken link nothing can be trusted.',
        'www.badtag.nsec3 A | 1 record (NOERROR)',
      ],
    ],
    [
      'www.nokeys.nsec',
      [
        'DS of nokeys.nsec | Key N, ECDSAP256SHA256, SHA-256',
        '✗ The keys of nokeys.nsec are vouched for, but its DNSKEY records did not come.',
        '[nokeys.nsec bogus]',
        '  No key of this zone can be used.',
        '↓ Below a broken link nothing can be trusted.',
        'www.nokeys.nsec A | 1 record (NOERROR)',
      ],
    ],
    [
      'www.corrupt.nsec',
      [
        '✗ A signature of corrupt.nsec does not fit its records: one of them was changed.',
        'www.corrupt.nsec A | 1 A record',
      ],
    ],
    [
      'www.insecure.optout',
      [
        '↓ Key N signs the 2 records of the proof | valid until DATE',
        'No DS of insecure.optout | Proven by 2 NSEC3 records (opt-out)',
        '↓ It is proven that insecure.optout is not signed: the zone above leaves it out of its proofs (opt-out).',
        '[insecure.optout insecure]',
        '  No key of this zone is vouched for.',
        '↓ Not signed: nothing vouches for what is below.',
        'www.insecure.optout A | 1 record (NOERROR)',
      ],
    ],
    [
      'www.unknownalg.nsec',
      [
        'DS of unknownalg.nsec | Key N, ALG200, SHA-256',
        '↓ All DS records of unknownalg.nsec name algorithms that can’t be checked here, so it counts as not signed.',
        '[unknownalg.nsec insecure]',
        '  No key of this zone is vouched for.',
        '↓ Not signed: nothing vouches for what is below.',
        'www.unknownalg.nsec A | 1 record (NOERROR)',
      ],
    ],
    [
      'nowhere.alg13.nsec3',
      [
        '↓ Key N signs the 3 records of the proof | valid until DATE',
        'nowhere.alg13.nsec3 A | The name does not exist. | Proven by 3 NSEC3 records',
      ],
    ],
    [
      'x.wild.alg13.nsec',
      [
        'x.wild.alg13.nsec A | 1 A record, made from *.wild.alg13.nsec. | Nothing stands closer than the wildcard. | Proven by 1 NSEC record',
      ],
    ],
  ])('tells the end of %s', async (name, end) => {
    const lines = masked(said(await storyOf(name)));
    expect(lines.slice(-end.length)).toEqual(end);
  });

  it('begins a further chain at each alias, and draws no zone twice', async () => {
    const story = await storyOf('out.alg13.nsec');
    const lines = masked(said(story));
    const alias = lines.indexOf('out.alg13.nsec CNAME | Leads to www.alg15.nsec3');
    expect(lines.slice(alias + 1, alias + 4)).toEqual([
      '↓ The alias leads on to www.alg15.nsec3',
      'Further from the root, as above',
      '↓ Key N signs | valid until DATE',
    ]);
    const zones = story.flatMap((part) => (part.kind === 'zone' ? [part.zone] : []));
    expect(zones).toEqual(['.', 'nsec', 'alg13.nsec', 'nsec3', 'alg15.nsec3']);
  });

  it('says what ended the check where that is no link’s fault', async () => {
    const view = await chains.validate('out.alg13.nsec', 'A');
    const stopped = {
      ...view,
      validation: { ...view.validation, status: 'indeterminate', reason: 'alias-loop' },
    } as const;
    expect(said(tellChain(stopped)).at(-1)).toBe(
      'Here the check ended | The aliases lead in a circle.',
    );
  });

  it('warns of SHA-1 in a zone that is secure', async () => {
    const lines = said(await storyOf('www.alg5.nsec'));
    expect(lines).toContain(
      '  alg5.nsec signs with SHA-1, which no longer withstands attacks and which some resolvers treat as not signed.',
    );
    expect(lines).toContain('[alg5.nsec secure]');
  });

  it('is empty where no answer came', async () => {
    const view = await chains.validate('www.alg13.nsec', 'A');
    expect(tellChain({ ...view, evidence: { zones: [], links: [], omittedZones: 0 } })).toEqual([]);
  });

  it('tells, draws and saves every zone of the lab: broken where it is bogus, and only there', async () => {
    const names = labZones.flatMap(({ name }) =>
      name === '.' ? ['.'] : [`www.${name}`, `nowhere.${name}`],
    );
    const statuses = new Set<string>();
    for (const name of names) {
      const view = await chains.validate(name, name === '.' ? 'SOA' : 'A');
      const { status } = view.validation;
      statuses.add(status);
      const story = tellChain(view);
      const items = flat(story);
      const breaks = items.filter((item) => item.kind === 'arrow' && item.isBreak);
      expect([name, breaks.length]).toEqual([name, status === 'bogus' ? 1 : 0]);
      const isAllGood = items.every(({ state }) => state === 'good');
      expect([name, isAllGood]).toEqual([name, status === 'secure']);
      const first = items.filter(({ endsFirst }) => endsFirst === true);
      expect([name, first.length]).toEqual([name, status === 'bogus' ? 0 : 1]);
      for (const width of [260, 560]) {
        const drawing = layoutChain(story, speaker, width);
        const document = new DOMParser().parseFromString(
          svgFile(drawing, [name, status]),
          'image/svg+xml',
        );
        expect(document.querySelector('parsererror')).toBeNull();
        expect(document.documentElement.tagName).toBe('svg');
      }
    }
    expect(statuses).toEqual(new Set(['secure', 'insecure', 'bogus']));
  });
});
