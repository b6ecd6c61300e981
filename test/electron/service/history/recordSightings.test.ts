import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../../electron/service/history/database.ts';
import { createRecordSightings } from '../../../../electron/service/history/recordSightings.ts';

const owner = '_25._tcp.mx.example.com';
const record = (data: string) => ({ usage: 3, selector: 1, matchingType: 1, data });
const [one, two] = [record('aa'), record('bb')];

function sightings() {
  const opened = openDatabase(':memory:', () => new Date());
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return createRecordSightings(opened.value.database);
}

describe('what was seen of TLSA records', () => {
  test('is the sets in turn, each with its time, whatever the order of its records', () => {
    const seen = sightings();
    seen.saw('dane', owner, [], '2026-11-01T00:00:00Z');
    seen.saw('dane', owner, [one, two], '2026-11-02T00:00:00Z');
    seen.saw('dane', owner, [two, one, two], '2026-11-03T00:00:00Z');
    seen.saw('dane', owner, [two], '2026-11-04T00:00:00Z');
    expect(seen.of('dane', owner)).toEqual([
      { records: [two], firstSeen: '2026-11-04T00:00:00Z', lastSeen: '2026-11-04T00:00:00Z' },
      { records: [one, two], firstSeen: '2026-11-02T00:00:00Z', lastSeen: '2026-11-03T00:00:00Z' },
      { records: [], firstSeen: '2026-11-01T00:00:00Z', lastSeen: '2026-11-01T00:00:00Z' },
    ]);
  });

  test('is of one owner in one place, and can be forgotten', () => {
    const seen = sightings();
    seen.saw('dane', owner, [one], '2026-11-01T00:00:00Z');
    seen.saw('dane-lab', owner, [two], '2026-11-01T00:00:00Z');
    expect(seen.of('dane', '_25._tcp.other.example.com')).toEqual([]);
    seen.forget('dane', owner);
    expect(seen.of('dane', owner)).toEqual([]);
    expect(seen.of('dane-lab', owner)).toHaveLength(1);
  });

  test('that goes back and forth does not fill the disk', () => {
    const seen = sightings();
    for (let day = 0; day < 100; day += 1) {
      seen.saw(
        'dane',
        owner,
        [day % 2 === 0 ? one : two],
        new Date(day * 86_400_000).toISOString(),
      );
    }
    const kept = seen.of('dane', owner);
    expect(kept.length).toBeLessThan(100);
    expect(kept[0]?.records).toEqual([two]);
  });
});
