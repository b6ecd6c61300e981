// Writes docs/rules/<id>.md out of the rules and their words. A test holds the pages to them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createWords } from '../electron/service/words.ts';
import { rulePage } from '../shared/readiness/rulePage.ts';
import { rules } from '../shared/readiness/rules.ts';

const folder = new URL('../docs/rules/', import.meta.url);
mkdirSync(folder, { recursive: true });
const words = createWords();
for (const rule of rules) writeFileSync(new URL(`${rule.id}.md`, folder), rulePage(rule, words));
