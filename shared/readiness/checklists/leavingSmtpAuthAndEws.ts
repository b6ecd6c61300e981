import type { SmtpAuthClient } from '../../tenant/records/imports.ts';
import { cmdlet } from '../powerShell.ts';
import { readSource } from '../readNeeds.ts';
import { smtpAuthStates } from '../smtpAuth.ts';
import { blocked, byHand, done, forTenant, open, unknown } from './checklist.ts';
import type { Checklist, StepContext, StepEvidence, StepFinding, StepPlan } from './checklist.ts';
import { evidenceOf, readFact } from './tenantFacts.ts';

const commandsMax = 200;

function isBasic({ protocol }: SmtpAuthClient): boolean {
  return protocol === null || !/oauth|modern/i.test(protocol);
}

function sendersKnown(context: StepContext): StepFinding {
  const read = readFact(context, 'smtpAuthClients', []);
  if (!read.ok) return read.finding;
  const count = read.data.length;
  return done('smtp-senders-known', { count }, [evidenceOf(read.entry, 'Sender', count)]);
}

function sendersMoved(context: StepContext): StepFinding {
  const read = readFact(context, 'smtpAuthClients', []);
  if (!read.ok) return read.finding;
  const basic = read.data.filter(isBasic);
  const evidence = [
    evidenceOf(
      read.entry,
      'Sender',
      basic
        .slice(0, 20)
        .map(({ sender }) => sender)
        .join(', '),
    ),
  ];
  if (basic.length > 0) return open('smtp-senders-basic', { count: basic.length }, evidence);
  return read.whole
    ? done('smtp-senders-moved', {}, evidence)
    : unknown('incomplete', {}, evidence);
}

/** Whose setting says on, whatever the organization's says. */
function ownSettings(context: StepContext) {
  const read = readFact(context, 'casMailboxes', [
    'primarySmtpAddress',
    'smtpClientAuthenticationDisabled',
  ]);
  return read.ok
    ? { ...read, explicit: smtpAuthStates(read.data, null).explicit }
    : { ...read, explicit: [] };
}

function mailboxesOff(context: StepContext): StepFinding {
  const read = ownSettings(context);
  if (!read.ok) return read.finding;
  const count = read.explicit.length;
  const evidence = [evidenceOf(read.entry, 'SmtpClientAuthenticationDisabled = False', count)];
  if (count > 0) {
    return stopping(context, 'mailbox', evidence) ?? open('smtp-mailboxes-on', { count }, evidence);
  }
  return read.whole
    ? done('smtp-mailboxes-off', {}, evidence)
    : unknown('incomplete', {}, evidence);
}

/** Who sends with a password, by its own mailbox's setting or by the organization's. */
function sendersBy(context: StepContext, setting: 'mailbox' | 'organization') {
  const { snapshot } = context;
  const clients = snapshot === null ? null : readSource(snapshot, 'smtpAuthClients');
  if (clients === null) return null;
  const explicit = new Set(ownSettings(context).explicit.map((address) => address.toLowerCase()));
  return clients
    .filter(isBasic)
    .map(({ sender }) => sender)
    .filter((sender) => explicit.has(sender.toLowerCase()) === (setting === 'mailbox'));
}

/** Whose mail turning it off would stop; `null`: nobody's, or who sends was moved by a person's word. */
function stopping(
  context: StepContext,
  setting: 'mailbox' | 'organization',
  evidence: readonly StepEvidence[],
): StepFinding | null {
  const senders = sendersBy(context, setting);
  if (senders === null) {
    const isMoved = context.progress.ticks['senders-moved'] !== undefined;
    return isMoved ? null : blocked('smtp-senders-unknown', {}, evidence);
  }
  const [count, names] = [senders.length, senders.slice(0, 5).join(', ')];
  return count === 0
    ? null
    : blocked('smtp-senders-would-stop', { count, senders: names }, evidence);
}

function organizationOff(context: StepContext): StepFinding {
  const property = 'smtpClientAuthenticationDisabled';
  const read = readFact(context, 'transportConfig', [property]);
  if (!read.ok) return read.finding;
  const value = read.data[property];
  const evidence = [evidenceOf(read.entry, 'SmtpClientAuthenticationDisabled', value)];
  if (value === true) return done('smtp-organization-off', {}, evidence);
  const danger = stopping(context, 'organization', evidence);
  if (danger !== null) return danger;
  if (value === null) {
    const params = { property: 'SmtpClientAuthenticationDisabled', value: '–' };
    return unknown('value-unknown', params, evidence);
  }
  return open('smtp-organization-on', {}, evidence);
}

function ewsOff(context: StepContext): StepFinding {
  const read = readFact(context, 'organizationConfig', ['ewsEnabled']);
  if (!read.ok) return read.finding;
  const value = read.data.ewsEnabled;
  const evidence = [evidenceOf(read.entry, 'EwsEnabled', value)];
  if (value === false) return done('ews-off', {}, evidence);
  return open(value === null ? 'ews-not-set' : 'ews-on', {}, evidence);
}

/** Unset again where it was unset: since October 2026 “true” without a list of apps blocks all of them. */
function formerEws({ snapshot }: StepContext): boolean | null {
  const value = snapshot === null ? null : readSource(snapshot, 'organizationConfig')?.ewsEnabled;
  return value === true ? true : null;
}

function mailboxCommands(context: StepContext, value: boolean): readonly string[] {
  const read = ownSettings(context);
  return read.explicit
    .slice(0, commandsMax)
    .map((Identity) =>
      cmdlet('Set-CASMailbox', { Identity, SmtpClientAuthenticationDisabled: value }),
    );
}

const organization = (value: boolean) => [
  cmdlet('Set-TransportConfig', { SmtpClientAuthenticationDisabled: value }),
];

const steps: readonly StepPlan[] = [
  { id: 'senders-known', sources: ['smtpAuthClients'], looks: [], assess: sendersKnown },
  { id: 'senders-moved', sources: ['smtpAuthClients'], looks: [], assess: sendersMoved },
  {
    id: 'organization-off',
    sources: ['transportConfig', 'smtpAuthClients', 'casMailboxes'],
    looks: [],
    assess: organizationOff,
    commands: () => organization(true),
    rollback: () => organization(false),
  },
  {
    id: 'mailboxes-off',
    sources: ['casMailboxes', 'smtpAuthClients'],
    looks: [],
    assess: mailboxesOff,
    commands: (context) => mailboxCommands(context, true),
    rollback: (context) => mailboxCommands(context, false),
  },
  byHand('ews-apps-known'),
  byHand('ews-apps-moved'),
  {
    id: 'ews-off',
    sources: ['organizationConfig'],
    looks: [],
    assess: ewsOff,
    commands: () => [cmdlet('Set-OrganizationConfig', { EwsEnabled: false })],
    rollback: (context) => [cmdlet('Set-OrganizationConfig', { EwsEnabled: formerEws(context) })],
  },
];

/** Away from SMTP AUTH with passwords, and from EWS, before Microsoft turns them off. */
export const checklist: Checklist = { ...forTenant, id: 'leaving-smtp-auth-and-ews', steps };
