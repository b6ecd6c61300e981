import { expect, test } from 'vitest';
import { emptySnapshotData, snapshotSchemaName } from '../../../shared/tenant/snapshot.ts';
import { snapshotPieces } from '../../../shared/tenant/snapshotText.ts';
import type { Snapshot } from '../../../shared/tenant/snapshot.ts';

const snapshot = (count: number): Snapshot => ({
  schema: snapshotSchemaName,
  tenant: { id: null, name: 'Contoso “\n”' },
  takenAt: '2026-11-23T09:00:00Z',
  sources: [],
  data: {
    ...emptySnapshotData,
    securityDefaults: { isEnabled: null },
    outlookInventory: Array.from({ length: count }, (_, index) => ({
      user: `u${index}`,
      device: null,
      product: null,
      build: null,
      channel: null,
    })),
  },
});

test.each([[0], [1], [500], [501], [1203]])(
  'a snapshot with %d records is the same JSON in pieces, on one line',
  (count) => {
    const pieces = [...snapshotPieces(snapshot(count))];
    expect(pieces.join('')).toBe(JSON.stringify(snapshot(count)));
    expect(pieces.join('')).not.toContain('\n');
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(100_000);
  },
);
