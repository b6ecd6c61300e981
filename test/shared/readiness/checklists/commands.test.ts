/** What is copied out of a checklist: every line is one command or one record, whatever a name holds. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createIntl } from '@formatjs/intl';
import { assessSteps } from '../../../../shared/readiness/checklists/assessSteps.ts';
import { checklistIds } from '../../../../shared/readiness/checklists/checklistIds.ts';
import { checklists } from '../../../../shared/readiness/checklists/checklists.ts';
import { en } from '../../../../shared/words/en.ts';
import type { ChecklistId } from '../../../../shared/readiness/checklists/checklistIds.ts';
import type { WordId } from '../../../../shared/words/en.ts';
import { accepted, casMailbox, dkim, dns, mailbox, organization, transport } from '../ruleCase.ts';
import { cases } from './cases.ts';
import { contextOf, stepsOf, ticked } from './stepCase.ts';
import { powerShellTokens } from '../../../support/powerShellTokens.ts';

const hostile = fc.oneof(
  fc.constantFrom(
    "o'hara@contoso.com",
    'a’b‘c‚d‛e@contoso.com',
    '“q”@contoso.com',
    'a,b=c;d|e@contoso.com',
    '$(calc)`n@contoso.com',
    '-Identity',
    '\u202emoc.osotnoc@a\u202c',
    'مرحبا@contoso.com',
    '😀@contoso.com',
    'a\nb@contoso.com',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** Of a cmdlet: its name, then parameters, each with at most one value. */
function expectCommand(line: string): void {
  const [name, ...rest] = powerShellTokens(line);
  expect(name?.kind).toBe('word');
  expect(name?.value).toMatch(/^(?:[A-Z][a-z]+-[A-Za-z]+|\.\\[A-Za-z-]+\.ps1)$/);
  expect(rest[0]?.kind ?? 'parameter').toBe('parameter');
  for (const [index, { kind }] of rest.entries()) {
    if (kind !== 'parameter') expect(rest[index - 1]?.kind).toBe('parameter');
  }
}

const recordForm =
  /^(?:[a-z0-9_-]+\.)+ (?:\d+ )?IN (?:MX \d+ (?:[a-z0-9_-]+\.)+|TLSA [23] [01] [012] [0-9a-f]+|TXT "v=STSv1; id=[A-Za-z0-9]{1,32}"|CNAME (?:[a-z0-9_-]+\.)+|TXT "[^"]*")$/i;

function expectLines(id: ChecklistId, world: Parameters<typeof stepsOf>[1]): number {
  let seen = 0;
  for (const { commands, records, rollback } of stepsOf(id, world)) {
    for (const line of [...commands, ...rollback]) {
      seen += 1;
      if (/ IN (?:MX|TLSA|TXT|CNAME) /.test(line) && !/^[A-Z]/.test(line)) {
        expect(line).toMatch(recordForm);
      } else expectCommand(line);
    }
    for (const line of records) {
      seen += 1;
      expect(line).toMatch(recordForm);
    }
  }
  return seen;
}

test('every line of every case is a command, or a record', () => {
  let seen = 0;
  for (const id of checklistIds) for (const world of cases[id]) seen += expectLines(id, world);
  expect(seen).toBeGreaterThan(300);
});

test('names of every kind are quoted', () => {
  fc.assert(
    fc.property(hostile, hostile, (name, alias) => {
      const data = {
        ...organization({ sendFromAliasEnabled: false, ewsEnabled: true }),
        ...transport({ smtpClientAuthenticationDisabled: false }),
        casMailboxes: [casMailbox(name, false), casMailbox(alias, false)],
        mailboxes: [mailbox(name, alias)],
        acceptedDomains: [accepted({ domainName: 'contoso.com' })],
        dkim: [dkim('contoso.com', false, null)],
        dns: [dns('contoso.com', { dmarc: ['v=DMARC1; p=reject'] })],
      };
      const progress = ticked('senders-moved');
      for (const id of ['send-from-alias', 'leaving-smtp-auth-and-ews'] as const) {
        expect(expectLines(id, { data, progress })).toBeGreaterThanOrEqual(2);
      }
      const step = stepsOf('leaving-smtp-auth-and-ews', { data, progress }).find(
        ({ id }) => id === 'mailboxes-off',
      );
      const identities = step?.commands.map((line) => powerShellTokens(line)[2]?.value);
      expect(identities).toContain(name.replaceAll(/\p{Cc}/gu, ''));
    }),
  );
});

test('a domain is named as it is', () => {
  const steps = assessSteps('inbound-dane', {
    ...contextOf('inbound-dane', {}),
    subject: 'xn--bcher-kva.example',
  });
  const commands = steps.flatMap((step) => step.commands);
  expect(commands.length).toBeGreaterThan(3);
  for (const line of commands) expect(line).toContain("-DomainName 'xn--bcher-kva.example'");
});

describe('sentences', () => {
  const intl = createIntl({
    locale: 'en',
    messages: en,
    onError(error) {
      throw error;
    },
  });
  const words = (id: string, values: Record<string, string | number>) => {
    expect(Object.hasOwn(en, id), id).toBe(true);
    return intl.formatMessage({ id: id as WordId }, values);
  };

  test('every step has what, why, where and how to go back', () => {
    for (const id of checklistIds) {
      for (const step of stepsOf(id, {})) {
        for (const part of ['title', 'what', 'why', 'portal', 'rollback']) {
          expect(words(`checklist.${id}.${step.id}.${part}`, step.params)).not.toBe('');
        }
      }
    }
  });

  test('every message of every case is told with all that it names, and each is of a case', () => {
    const told = new Set<string>();
    for (const id of checklistIds) {
      for (const world of cases[id]) {
        for (const { message } of stepsOf(id, world)) {
          if (message === null) continue;
          told.add(message.code);
          expect(words(`checklist.message.${message.code}`, message.params)).toMatch(/[.)]$/);
        }
      }
    }
    const prefix = 'checklist.message.';
    const known = Object.keys(en).filter((word) => word.startsWith(prefix));
    expect(
      known.map((word) => word.slice(prefix.length)).filter((code) => !told.has(code)),
    ).toEqual([]);
  });

  test('no sentence is of a step that is not there', () => {
    const steps = new Set(
      checklistIds.flatMap((id) =>
        checklists[id].steps.map((step) => `checklist.${id}.${step.id}`),
      ),
    );
    const stray = Object.keys(en).filter((word) => {
      const [, id = '', step = '', part] =
        /^checklist\.([^.]+)\.([^.]+)\.([^.]+)$/.exec(word) ?? [];
      return part !== undefined && !steps.has(`checklist.${id}.${step}`);
    });
    expect(stray).toEqual([]);
  });
});
