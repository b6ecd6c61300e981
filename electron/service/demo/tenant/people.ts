/** Who works at Contoso: names from lists, settings from rules, so that every start gives the same. */
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';

const given =
  'Adele Alex Allan Diego Emily Grady Henrietta Irvin Isaiah Johanna Joni Lee Lidia Lynne Megan Miriam Nestor Patti Pradeep Raul'.split(
    ' ',
  );
const family =
  'Vance Wilber Deyoung Siciliani Braun Archie Mueller Sayers Langer Lorenz Sherman Gu Holloway Robbins Bowen Graham Wilke Fernandez Gupta Razi'.split(
    ' ',
  );

export const mainDomain = 'contoso.example';
export const alpineDomain = 'contoso-alpine.example';
export const worksDomain = 'contoso-works.example';
export const initialDomain = 'contosodemo.onmicrosoft.com';

export interface DemoPerson {
  readonly number: number;
  readonly name: string;
  readonly alias: string;
  readonly address: string;
  readonly type: 'UserMailbox' | 'SharedMailbox' | 'RoomMailbox';
  /** Devices and programs that send by SMTP AUTH. */
  readonly sendsBySmtp: boolean;
}

const programs = ['Scanner Floor 1', 'Scanner Floor 2', 'Payroll Export', 'Door Sensors'];
const shared = ['Info', 'Invoices', 'Press', 'Support'];
const rooms = ['Room Everest', 'Room Eiger'];

function person(
  number: number,
  name: string,
  type: DemoPerson['type'],
  sendsBySmtp = false,
): DemoPerson {
  const alias = name.toLowerCase().replaceAll(' ', '.');
  const domain = number % 11 === 0 ? worksDomain : number % 5 === 0 ? alpineDomain : mainDomain;
  return { number, name, alias, address: `${alias}@${domain}`, type, sendsBySmtp };
}

export const people: readonly DemoPerson[] = [
  ...Array.from({ length: 84 }, (_, index) => {
    const first = given[index % given.length] ?? '';
    const last = family[(index * 7 + Math.floor(index / given.length)) % family.length] ?? '';
    return person(index + 1, `${first} ${last}`, 'UserMailbox');
  }),
  ...programs.map((name, index) => person(101 + index, name, 'UserMailbox', true)),
  ...shared.map((name, index) => person(201 + index, name, 'SharedMailbox')),
  ...rooms.map((name, index) => person(301 + index, name, 'RoomMailbox')),
];

function objectId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** Programs are switched on, a few people off; for the others the organization decides. */
function smtpDisabled({ number, sendsBySmtp }: DemoPerson): boolean | null {
  if (sendsBySmtp) return false;
  return number % 9 === 0 ? true : null;
}

export const casMailboxes: readonly RawRecord[] = people.map((one) => ({
  PrimarySmtpAddress: one.address,
  DisplayName: one.name,
  ExternalDirectoryObjectId: objectId(one.number),
  SmtpClientAuthenticationDisabled: smtpDisabled(one),
  PopEnabled: one.number % 17 === 0,
  ImapEnabled: one.number % 6 === 0 || one.sendsBySmtp,
  ActiveSyncEnabled: one.type === 'UserMailbox',
  EwsEnabled: one.number === 21 ? false : null,
  MAPIEnabled: true,
  OWAEnabled: true,
  OutlookMobileEnabled: true,
  MacOutlookEnabled: true,
  UniversalOutlookEnabled: true,
  OneWinNativeOutlookEnabled: true,
}));

export const mailboxes: readonly RawRecord[] = people.map((one) => ({
  UserPrincipalName: one.address,
  DisplayName: one.name,
  PrimarySmtpAddress: one.address,
  EmailAddresses: [
    `SMTP:${one.address}`,
    `smtp:${one.alias}@${initialDomain}`,
    ...(one.number % 4 === 0 ? [`smtp:${one.alias.replace('.', '')}@${mainDomain}`] : []),
    ...(one.number % 10 === 0 ? [`smtp:${one.alias}+news@${mainDomain}`] : []),
    ...(one.number % 12 === 0 ? [`smtp:sales${one.number}@${worksDomain}`] : []),
    `SIP:${one.address}`,
  ],
  RecipientTypeDetails: one.type,
  ExternalDirectoryObjectId: objectId(one.number),
}));

export const users: readonly RawRecord[] = people.map((one) => ({
  UserPrincipalName: one.address,
  RecipientTypeDetails: one.type,
  AuthenticationPolicy: one.sendsBySmtp
    ? 'Allow SMTP for devices'
    : one.number % 7 === 0
      ? 'Block basic authentication'
      : null,
  ExternalDirectoryObjectId: objectId(one.number),
}));
