// Writes docs/schemas/report.schema.json out of the contract of reports. A test holds the file to it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { reportJsonSchema } from '../shared/readiness/report/reportJsonSchema.ts';

const folder = new URL('../docs/schemas/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('report.schema.json', folder), reportJsonSchema());
