/** A file of half a million users, streamed. */
import { createReadStream, createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { bestRates, settledMemory } from './measure.ts';
import { createCsvReader } from '../../../shared/csv/createCsvReader.ts';
import { readImport } from '../../../electron/service/tenant/import/readImport.ts';
import { value } from '../../support/signedIn.ts';
import type { Report } from './measure.ts';

const users = 500_000;
const rounds = 3;

const timeMax = 1;
const megabytesMax = 40;

async function writeInventory(file: string): Promise<void> {
  const stream = createWriteStream(file);
  stream.write('User,Device,Product,Build,Channel\r\n');
  for (let at = 0; at < users; at += 1000) {
    const rows = Array.from({ length: 1000 }, (_, index) => {
      const user = at + index;
      return `user${user}@contoso.example,"PC ${user}, ""3rd floor""",Microsoft 365 Apps,16.0.${16_000 + (user % 3000)}.20100,Current Channel\r\n`;
    });
    if (!stream.write(rows.join(''))) await new Promise<void>((go) => stream.once('drain', go));
  }
  stream.end();
  await finished(stream);
}

/** Ours: bytes, text, records by the names of the columns. */
async function readOurs(file: string): Promise<number> {
  let count = 0;
  const reader = createCsvReader(() => void (count += 1));
  const decoder = new TextDecoder();
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>)
    reader.write(decoder.decode(chunk, { stream: true }));
  reader.write(decoder.decode());
  reader.end();
  return count;
}

async function readPeers(file: string): Promise<number> {
  let count = 0;
  const parser = createReadStream(file).pipe(parse({ columns: true }));
  parser.on('data', () => void (count += 1));
  await finished(parser);
  return count;
}

export async function measureCsv({ line, bound }: Report, folder: string): Promise<void> {
  const file = join(folder, 'inventory.csv');
  await writeInventory(file);
  const rates = await bestRates(
    [
      { name: 'ours', run: () => readOurs(file) },
      { name: 'csv-parse', run: () => readPeers(file) },
    ],
    rounds,
  );
  const [ours = 0, peers = 0] = rates.values();
  line('csv-parse', `${Math.round(peers)} records/s`);
  bound(
    `CSV of ${users} users`,
    `${Math.round(ours)} records/s, ${(peers / ours).toFixed(2)} × the peer's time`,
    peers / ours <= timeMax,
    `at most ${timeMax} ×`,
  );

  const before = settledMemory();
  let most = 0;
  let count = 0;
  const reader = createCsvReader(() => {
    count += 1;
    if (count % 50_000 === 0) most = Math.max(most, settledMemory() - before);
  });
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>)
    reader.write(chunk.toString('latin1'));
  reader.end();
  bound(
    'memory in use while it streams',
    `${(most / 1e6).toFixed(1)} MB`,
    count === users && most / 1e6 <= megabytesMax,
    `at most ${megabytesMax} MB`,
  );

  const started = performance.now();
  const read = value(
    await readImport('inventory.csv', createReadStream(file), new AbortController().signal),
  );
  const [source] = read.sources;
  line(
    `imported as ${source?.id}`,
    `${source?.records} records in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
}
