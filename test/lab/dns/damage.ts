/** Ways to spoil a signed zone; each works on its lines, one record a line. */
import type { Damage } from './zoneSpec.ts';

interface Line {
  readonly owner: string;
  readonly ttl: string;
  readonly type: string;
  readonly rdata: string;
}

function parseLine(line: string): Line | null {
  const [, owner, ttl, type, rdata] = /^(\S+)\s+(\d+)\s+IN\s+(\S+)\s+(.*)$/.exec(line) ?? [];
  return owner === undefined || ttl === undefined || type === undefined || rdata === undefined
    ? null
    : { owner, ttl, type, rdata };
}

function onRecords(change: (record: Line) => Line | null): Damage {
  return (lines) =>
    lines.flatMap((line) => {
      const record = parseLine(line);
      if (record === null) return [line];
      const changed = change(record);
      return changed === null
        ? []
        : [`${changed.owner} ${changed.ttl} IN ${changed.type} ${changed.rdata}`];
    });
}

function coveredType({ type, rdata }: Line): string | null {
  return type === 'RRSIG' ? (rdata.split(' ')[0] ?? null) : null;
}

/** Flips a bit in the signatures over these types. */
export function corruptSignatures(...types: readonly string[]): Damage {
  return onRecords((record) => {
    if (!types.includes(coveredType(record) ?? '')) return record;
    const fields = record.rdata.split(' ');
    const signature = Buffer.from(fields.slice(8).join(''), 'base64');
    const middle = Math.floor(signature.length / 2);
    signature.writeUInt8(signature.readUInt8(middle) ^ 0x10, middle);
    const rdata = [...fields.slice(0, 8), signature.toString('base64')].join(' ');
    return { ...record, rdata };
  });
}

/** Takes the signatures over these types away. */
export function cutSignatures(...types: readonly string[]): Damage {
  return onRecords((record) => (types.includes(coveredType(record) ?? '') ? null : record));
}

/** Takes the records of these types and their signatures away. */
export function dropRecords(...types: readonly string[]): Damage {
  return onRecords((record) =>
    types.includes(coveredType(record) ?? record.type) ? null : record,
  );
}

/** Takes away the NSEC records of every name but the first: without that, BIND hides all signatures. */
export const thinDenials: Damage = (lines) => {
  const apex = lines[0]?.split(/\s/)[0] ?? '';
  return onRecords((record) =>
    record.owner !== apex && (coveredType(record) ?? record.type) === 'NSEC' ? null : record,
  )(lines);
};

/** Changes every address after it was signed. */
export const changeAddress: Damage = onRecords((record) =>
  record.type === 'A' ? { ...record, rdata: '192.0.2.99' } : record,
);

/** Gives keys and signatures an algorithm's number that is not theirs. */
export function relabelAlgorithm(algorithm: number): Damage {
  return onRecords((record) => {
    const fields = record.rdata.split(' ');
    if (record.type === 'RRSIG') fields[1] = String(algorithm);
    if (record.type === 'DNSKEY') fields[2] = String(algorithm);
    return { ...record, rdata: fields.join(' ') };
  });
}
