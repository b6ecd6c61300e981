import { createIntl } from '@formatjs/intl';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { channels } from '../../../shared/contract/index.ts';
import { en } from '../../../shared/words/en.ts';
import { errorCodes } from '../../../shared/errors.ts';

const ids = new Set<string>(Object.keys(en));

test('every error says what is wrong and what to do', () => {
  const wanted = errorCodes.flatMap((code) => [`error.${code}.message`, `error.${code}.action`]);
  expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
});

test('every sentence stands in one subject alone', async () => {
  const folder = new URL('../../../shared/words/en/', import.meta.url);
  const subjects = await Promise.all(
    readdirSync(folder).map(async (file) => {
      const module = (await import(new URL(file, folder).href)) as Record<string, object>;
      return Object.values(module).flatMap((words) => Object.keys(words));
    }),
  );
  const all = subjects.flat();
  expect(all.length).toBeGreaterThan(1000);
  expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
});

test('every kind of job has a name for the list of running jobs', () => {
  const jobs = Object.entries(channels).filter(([, { kind }]) => kind === 'job');
  expect(jobs.map(([name]) => `app.job.${name}`).filter((id) => !ids.has(id))).toEqual([]);
});

test('every sentence can be formatted', () => {
  const problems: string[] = [];
  const intl = createIntl({
    locale: 'en',
    messages: en,
    onError: (error) => problems.push(error.message),
  });
  for (const [id, text] of Object.entries<string>(en)) {
    const names = Array.from(
      text.matchAll(/\{(\w+)\s*[,}]/g),
      ([, name = '']) => [name, 7] as const,
    );
    intl.formatMessage({ id }, Object.fromEntries(names), { ignoreTag: true });
  }
  expect(problems).toEqual([]);
});

test('no sentence has a straight quote or three dots where a typeset one belongs', () => {
  const texts = Object.entries<string>(en).map(([id, text]) => [id, withoutCode(text)] as const);
  // A straight quote is also how ICU messages quote a brace.
  const straight = texts.filter(([, text]) => /\w'\w|"|\.\.\./.test(text));
  expect(straight.map(([id]) => id)).toEqual([]);
});

function withoutCode(text: string): string {
  return text.replaceAll(/<code>.*?<\/code>/g, '');
}
