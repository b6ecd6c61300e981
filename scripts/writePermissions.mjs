// Writes docs/permissions.md out of the tables of sources and permissions. A test holds the page to them.
import { writeFileSync } from 'node:fs';
import { createWords } from '../electron/service/words.ts';
import { permissionsPage } from '../shared/tenant/permissionsPage.ts';

writeFileSync(new URL('../docs/permissions.md', import.meta.url), permissionsPage(createWords()));
