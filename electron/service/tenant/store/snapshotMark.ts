import { createHash } from 'node:crypto';
import { z } from 'zod';
import { snapshotSchemaName, sourceDataSchemas } from '../../../../shared/tenant/snapshot.ts';

let made: string | null = null;

/**
 * What a snapshot is stored under: the version of its schema, and a print of the shapes of its data, which
 * grow from one version of the app to the next without a new schema.
 */
export function snapshotMark(): string {
  made ??= `${snapshotSchemaName} ${shapePrint()}`;
  return made;
}

function shapePrint(): string {
  const shapes = Object.entries<z.ZodType>(sourceDataSchemas).map(([id, schema]) => [
    id,
    z.toJSONSchema(schema, { unrepresentable: 'any' }),
  ]);
  return createHash('sha256').update(JSON.stringify(shapes)).digest('hex').slice(0, 16);
}
