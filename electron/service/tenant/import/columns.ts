import type { CsvRecord } from '../../../../shared/csv/createCsvReader.ts';
import type {
  OutlookInstallation,
  SmtpAuthClient,
} from '../../../../shared/tenant/records/imports.ts';

/** What inventories call their columns, most telling first; compared without case, blanks and signs. */
const inventoryColumns = {
  user: [
    'userprincipalname',
    'upn',
    'primaryuserupn',
    'primaryuserprincipalname',
    'useremail',
    'email',
    'emailaddress',
    'primaryuser',
    'username',
    'user',
    'lastloggedonuser',
  ],
  device: [
    'devicename',
    'computername',
    'hostname',
    'machinename',
    'device',
    'computer',
    'machine',
    'name',
  ],
  product: [
    'outlookproduct',
    'productname',
    'product',
    'applicationname',
    'officeproduct',
    'application',
    'softwarename',
    'displayname',
    'office',
  ],
  build: [
    'outlookbuild',
    'outlookversion',
    'officebuild',
    'buildnumber',
    'build',
    'applicationversion',
    'productversion',
    'displayversion',
    'softwareversion',
    'officeversion',
    'version',
  ],
  channel: ['updatechannel', 'officechannel', 'channel'],
} as const;

type InventoryField = keyof typeof inventoryColumns;

const clientColumns = {
  sender: ['senderaddress', 'sender', 'emailaddress', 'user'],
  protocol: ['authenticationprotocol', 'authenticationtype', 'authentication'],
  messages: ['messagecount', 'messages', 'count', 'numberofmessages'],
  date: ['lastdate', 'date', 'day'],
} as const;

type ClientField = keyof typeof clientColumns;

export type Mapping<Field extends string> = Readonly<Record<Field, string | null>>;

/** `null`: no inventory, which names builds and says whose or where they are. */
export function inventoryMapping(columns: readonly string[]): Mapping<InventoryField> | null {
  const mapping = mapColumns(inventoryColumns, columns);
  const isPlaced = mapping.user !== null || mapping.device !== null;
  return mapping.build !== null && isPlaced ? mapping : null;
}

/** `null`: not the admin centre's report of SMTP AUTH clients. */
export function smtpClientsMapping(columns: readonly string[]): Mapping<ClientField> | null {
  const mapping = mapColumns(clientColumns, columns);
  const hasSender = columns.some((column) => plain(column) === 'senderaddress');
  const isReport = mapping.protocol !== null || columns.some((column) => /tls\s*1/i.test(column));
  return hasSender && isReport ? mapping : null;
}

export function readInstallation(
  record: CsvRecord,
  mapping: Mapping<InventoryField>,
): OutlookInstallation | null {
  const cell = cellsOf(record, mapping);
  const installation = {
    user: cell('user'),
    device: cell('device'),
    product: cell('product'),
    build: cell('build'),
    channel: cell('channel'),
  };
  return Object.values(installation).some((value) => value !== null) ? installation : null;
}

export function readSmtpClient(
  record: CsvRecord,
  mapping: Mapping<ClientField>,
): SmtpAuthClient | null {
  const cell = cellsOf(record, mapping);
  const sender = cell('sender');
  if (sender === null) return null;
  const messages = cell('messages');
  return {
    sender: sender.toLowerCase(),
    protocol: cell('protocol'),
    messages: messages !== null && /^\d{1,12}$/.test(messages) ? Number(messages) : null,
    lastDate: cell('date'),
  };
}

const cellMax = 400;

function cellsOf<Field extends string>(record: CsvRecord, mapping: Mapping<Field>) {
  return (field: Field): string | null => {
    const column = mapping[field];
    const text = column === null ? '' : (record[column] ?? '').trim();
    return text === '' ? null : text.slice(0, cellMax);
  };
}

/** Each column stands for one thing at most. */
function mapColumns<Field extends string>(
  names: Readonly<Record<Field, readonly string[]>>,
  columns: readonly string[],
): Mapping<Field> {
  const taken = new Set<string>();
  const entries = (Object.entries(names) as [Field, readonly string[]][]).map(([field, wanted]) => {
    const known = wanted.find((name) =>
      columns.some((column) => plain(column) === name && !taken.has(column)),
    );
    const column = columns.find((one) => plain(one) === known && !taken.has(one)) ?? null;
    if (column !== null) taken.add(column);
    return [field, column] as const;
  });
  return Object.fromEntries(entries) as Mapping<Field>;
}

function plain(column: string): string {
  return column.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
