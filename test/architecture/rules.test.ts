import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createIntl } from '@formatjs/intl';
import { createWords } from '../../electron/service/words.ts';
import { evaluateRule } from '../../shared/readiness/evaluate.ts';
import { describeResult } from '../../shared/readiness/describe.ts';
import { rulePage } from '../../shared/readiness/rulePage.ts';
import { rules } from '../../shared/readiness/rules.ts';
import { en } from '../../shared/words/en.ts';
import type { WordId } from '../../shared/words/en.ts';
import type { Words } from '../../shared/words/words.ts';
import { cases } from '../shared/readiness/cases.ts';
import { powerShellTokens } from '../support/powerShellTokens.ts';
import { snapshotOf } from '../support/snapshotOf.ts';
import { read, repository } from './sources.ts';

const fileOf = (id: string) =>
  id.replaceAll(/[.-]([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Words that refuse a value they were not given, or a sentence that is not there. */
function strictWords(): Words {
  const intl = createIntl({
    locale: 'en',
    messages: en,
    onError: (error) => {
      throw error;
    },
  });
  return (id: WordId, values = {}) => {
    if (!Object.hasOwn(en, id)) throw new Error(`no sentence ${id}`);
    return intl.formatMessage({ id }, { ...values });
  };
}

const words = strictWords();
const hostile = [
  "o'hara",
  'a’b',
  '$(calc)',
  '`n',
  'x; y | z',
  '-Identity',
  '“q”',
  'مرحبا',
  'a\nb',
  '😀',
  '',
];

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('has a file of its own, a page as its words say it, and sources', () => {
    expect(existsSync(join(repository, `shared/readiness/rules/${fileOf(id)}.ts`))).toBe(true);
    // Written by scripts/writeRulePages.mjs.
    expect(read(`docs/rules/${id}.md`)).toBe(rulePage(rule, createWords()));
    expect(rule.sources.length).toBeGreaterThan(0);
    for (const source of rule.sources) expect(new URL(source).protocol).toBe('https:');
  });

  test('says why, what to do, where, how to go back and how to verify', () => {
    for (const part of ['title', 'why', 'fix', 'portal', 'rollback', 'verify'] as const) {
      const text = words(`readiness.rule.${rule.words}.${part}`, rule.params);
      expect(text).toMatch(part === 'title' ? /[^.]$/ : /\.$/);
    }
  });

  test('has cases in which it judges, and in which it can’t', () => {
    const outcomes = (cases[id] ?? []).flatMap(({ gives }) =>
      gives.map((one) => one.split(' ')[0]),
    );
    expect(outcomes.length).toBeGreaterThan(2);
    expect(outcomes.some((status) => status !== 'not-assessed')).toBe(true);
    expect(outcomes).toContain(
      id === 'message-center.actions' || id === 'dane.own-mx' ? 'warning' : 'not-assessed',
    );
  });

  test('gives commands that PowerShell reads as one cmdlet with its parameters, whatever the names', () => {
    for (const name of [rule.example, ...hostile]) {
      const { commands, rollback, verify } = rule.remedy([name]);
      for (const command of [...commands, ...rollback, ...verify]) {
        const [cmdlet, ...rest] = powerShellTokens(command);
        expect(cmdlet).toMatchObject({ kind: 'word' });
        expect(cmdlet?.value).toMatch(/^(?:[A-Z][a-z]+-[A-Za-z]+|\.\\[A-Za-z-]+\.ps1)$/);
        const parameters = rest.filter(({ kind }) => kind === 'parameter');
        expect(parameters.every(({ value }) => /^-[A-Z][A-Za-z]+$/.test(value))).toBe(true);
      }
    }
  });

  test('has sentences for every result of its cases', () => {
    for (const { data, entries, at = '2026-11-23T12:00:00Z' } of cases[id] ?? []) {
      const results = evaluateRule(rule, snapshotOf(data, entries), new Date(at));
      // One line for each subject: nothing else tells two apart.
      expect(new Set(results.map(({ subject }) => subject)).size).toBe(results.length);
      for (const result of results) {
        const { message, title } = describeResult(result, words);
        expect(`${title} ${message}`).not.toMatch(/[{}]|undefined|null/);
      }
    }
  });
});

test('each rule’s file, page and reason belongs to a rule', () => {
  const ids = rules.map(({ id }) => id);
  const files = readdirSync(join(repository, 'shared/readiness/rules'));
  expect(files.sort()).toEqual(ids.map((id) => `${fileOf(id)}.ts`).sort());
  expect(readdirSync(join(repository, 'docs/rules')).sort()).toEqual(
    ids.map((id) => `${id}.md`).sort(),
  );
});

test('every reason that has a sentence is given in some case', () => {
  const given = new Set(Object.values(cases).flatMap((of) => of.flatMap(({ gives }) => gives)));
  const codes = new Set([...given].map((one) => one.split(' ')[1]));
  const sentences = Object.keys(en)
    .filter((id) => id.startsWith('readiness.reason.'))
    .map((id) => id.slice('readiness.reason.'.length));
  // Given by no rule: one that stopped, a waiver, a kept result that can't be read any more.
  const elsewhere = new Set(['rule-broken', 'waived', 'result-unreadable']);
  expect(sentences.filter((code) => !codes.has(code) && !elsewhere.has(code))).toEqual([]);
});
