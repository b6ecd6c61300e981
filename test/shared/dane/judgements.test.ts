import { createIntl } from '@formatjs/intl';
import { beforeAll, describe, expect, test } from 'vitest';
import { changeSentence } from '../../../shared/dane/changeWords.ts';
import { changesBetween } from '../../../shared/dane/changes.ts';
import { en } from '../../../shared/words/en.ts';
import { exchangeOutlook, temporaryCode } from '../../../shared/dane/exchangeOutlook.ts';
import { stepsOf } from '../../../shared/dane/steps.ts';
import { labChecks } from '../../support/labChecks.ts';
import type { DaneCheck, HostView } from '../../../shared/dane/check.ts';
import type { Words } from '../../../shared/words/words.ts';

const domains = [
  'good.test',
  'wrong-hash.test',
  'two-keys.test',
  'two-addresses.test',
  'unusable.test',
  'insecure.test',
  'bogus.test',
  'no-starttls.test',
  'expired.test',
  'nowhere.test',
];
let checks: Readonly<Record<string, DaneCheck>>;
beforeAll(async () => {
  checks = await labChecks(domains);
});

function checkOf(domain: string): DaneCheck {
  const check = checks[domain];
  if (check === undefined) throw new Error(domain);
  return check;
}

function withHost(check: DaneCheck, change: (host: HostView) => HostView): DaneCheck {
  return { ...check, hosts: check.hosts.map(change) };
}

const intl = createIntl({
  locale: 'en',
  messages: en,
  onError(error) {
    throw error;
  },
});
const words: Words = (id, values = {}) => intl.formatMessage({ id }, { ...values });

describe('what Exchange Online does', () => {
  test.each([
    ['good.test', 'delivers', null],
    ['wrong-hash.test', 'holds', '5.7.323'],
    ['no-starttls.test', 'holds', '5.7.321'],
    ['expired.test', 'holds', '5.7.322'],
    ['bogus.test', 'holds', '5.7.324'],
    ['two-addresses.test', 'delivers-elsewhere', '5.7.323'],
    ['two-keys.test', 'depends', '5.7.323'],
    ['unusable.test', 'delivers-unauthenticated', null],
    ['insecure.test', 'delivers-unauthenticated', null],
    ['nowhere.test', 'nothing-to-deliver', null],
  ])('with %s: %s', (domain, outcome, code) => {
    expect(exchangeOutlook(checkOf(domain))).toEqual({ outcome, code });
  });

  test('carries a 4 in front while it tries again', () => {
    expect(temporaryCode('5.7.323')).toBe('4.7.323');
  });
});

function states(domain: string): Record<string, string> {
  const check = checkOf(domain);
  return Object.fromEntries(
    stepsOf(check.trace, check, 'smtp').map(({ step, state }) => [step, state]),
  );
}

describe('the steps', () => {
  test('are all good where DANE works', () => {
    expect(new Set(Object.values(states('good.test')))).toEqual(new Set(['good']));
  });

  test('show where it breaks', () => {
    expect(states('wrong-hash.test')).toMatchObject({
      tlsa: 'good',
      starttls: 'good',
      match: 'bad',
    });
    expect(states('no-starttls.test')).toMatchObject({ connection: 'good', starttls: 'bad' });
    expect(states('bogus.test')).toMatchObject({ dnssec: 'bad', mx: 'bad', connection: 'skipped' });
    expect(states('insecure.test')).toMatchObject({ dnssec: 'warning', mx: 'warning' });
  });

  test('fill in one after another: at most the last that has begun is open, besides DNSSEC', () => {
    const { trace } = checkOf('good.test');
    for (let taken = 0; taken <= trace.length; taken += 1) {
      const views = stepsOf(trace.slice(0, taken), null, 'smtp');
      const open = views.filter(({ step, state }) => state === 'running' && step !== 'dnssec');
      expect(open.length).toBeLessThanOrEqual(1);
      expect(views.some(({ state }) => state === 'skipped')).toBe(false);
    }
    expect(stepsOf([], null, 'smtp')[0]?.state).toBe('running');
  });

  test('of another service have no MX', () => {
    expect(stepsOf([], null, 'imaps').map(({ step }) => step)).not.toContain('mx');
  });

  test('have words for every outcome that real checks come to', () => {
    for (const domain of domains) {
      for (const { step, outcome } of stepsOf(checkOf(domain).trace, checkOf(domain), 'smtp')) {
        if (outcome !== null) expect(en).toHaveProperty([`daneCheck.outcome.${step}.${outcome}`]);
      }
    }
  });
});

describe('changes', () => {
  test('between a check and itself there are none', () => {
    for (const domain of domains)
      expect(changesBetween(checkOf(domain), checkOf(domain))).toEqual([]);
  });

  test('are told in sentences, whatever they are', () => {
    for (const before of domains) {
      for (const after of domains) {
        for (const change of changesBetween(checkOf(before), checkOf(after))) {
          expect(changeSentence(change, words)).not.toMatch(/[{}]|undefined|null/);
        }
      }
    }
  });

  test('begin with the verdict', () => {
    const [first] = changesBetween(checkOf('good.test'), checkOf('wrong-hash.test'));
    expect(first).toMatchObject({ kind: 'verdict', from: 'pass', to: 'fail' });
  });

  test('turn around when the checks do', () => {
    const there = changesBetween(checkOf('good.test'), checkOf('wrong-hash.test'));
    const back = changesBetween(checkOf('wrong-hash.test'), checkOf('good.test'));
    const count = (changes: typeof there, kind: string) =>
      changes.filter((change) => change.kind === kind).length;
    expect(count(there, 'finding-new')).toBe(count(back, 'finding-gone'));
    expect(count(there, 'host-added')).toBe(count(back, 'host-removed'));
  });

  test('don’t take what could not be looked up for what is gone', () => {
    const before = checkOf('good.test');
    const after = withHost(before, (host) => ({
      ...host,
      addressStatus: 'indeterminate',
      addressStatuses: { a: 'indeterminate', aaaa: 'indeterminate' },
      addresses: [],
      tlsaStatus: null,
      tlsaBase: null,
      tlsa: [],
    }));
    const kinds = changesBetween(before, after).map(({ kind }) => kind);
    expect(kinds).toContain('address-status');
    expect(kinds).not.toContain('address-removed');
    expect(kinds).not.toContain('tlsa-removed');
    expect(kinds).not.toContain('tlsa-base');
  });

  test('name a record that came and one that went', () => {
    const before = checkOf('good.test');
    const after = withHost(before, (host) => ({ ...host, tlsa: host.tlsa.slice(1) }));
    const [view] = before.hosts[0]?.tlsa ?? [];
    const removed = changesBetween(before, after).find(({ kind }) => kind === 'tlsa-removed');
    expect(removed?.from).toContain(view?.record.data ?? 'none');
  });
});
