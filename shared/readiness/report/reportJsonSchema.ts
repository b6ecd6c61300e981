import { z } from 'zod';
import { reportSchema, reportSchemaName } from './report.ts';

/** JSON Schema (draft 2020-12) of the JSON report, as the published file has it. */
export function reportJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(reportSchema);
  return `${JSON.stringify({ $schema, $id: reportSchemaName, ...schema }, null, 2)}\n`;
}
