import { expect, test } from 'vitest';
import { forgetSubject, keepCheck } from '../../../../../electron/service/dane/serve/keptChecks.ts';
import { createCheckHistory } from '../../../../../electron/service/history/checkHistory.ts';
import { openDatabase } from '../../../../../electron/service/history/database.ts';
import { createRecordSightings } from '../../../../../electron/service/history/recordSightings.ts';
import { daneWorld } from '../../../../support/daneWorld.ts';
import { identity, tlsaText } from '../../../../support/labCertificates.ts';

test('a kept check tells what records it saw, until its subject is forgotten', async () => {
  const own = identity('mx.example.test');
  const [, , , data = ''] = tlsaText('3 1 1', own.leaf).split(' ');
  await using world = await daneWorld({
    zones: [
      {
        origin: 'example.test',
        text: [
          '@ IN MX 10 mx',
          '@ IN MX 20 bare',
          'mx IN A 20.0.0.1',
          'bare IN A 20.0.0.1',
          `_25._tcp.mx IN TLSA 3 1 1 ${data}`,
        ].join('\n'),
      },
    ],
    servers: { '20.0.0.1': { identities: [own] } },
  });
  const opened = openDatabase(':memory:', () => new Date());
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { database } = opened.value;
  const kept = {
    history: createCheckHistory(database),
    sightings: createRecordSightings(database),
  };
  const check = await world.check('example.test');
  keepCheck(kept, 'internet', 'smtp', check);
  const time = { firstSeen: check.checkedAt, lastSeen: check.checkedAt };
  expect(kept.sightings.of('dane', '_25._tcp.mx.example.test')).toEqual([
    { records: [{ usage: 3, selector: 1, matchingType: 1, data }], ...time },
  ]);
  // That there is none was proven too.
  expect(kept.sightings.of('dane', '_25._tcp.bare.example.test')).toEqual([
    { records: [], ...time },
  ]);
  expect(forgetSubject(kept, 'internet', 'example.test')).toBe(1);
  expect(kept.sightings.of('dane', '_25._tcp.mx.example.test')).toEqual([]);
});
