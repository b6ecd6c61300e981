import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDnsLab } from '../dns/dnsLab.ts';
import type { DnsLab } from '../dns/dnsLab.ts';
import { signedWith } from '../dns/labZones.ts';
import type { ZoneSpec } from '../dns/zoneSpec.ts';
import type { LabProcess } from '../process.ts';
import { mailCases, topLevel } from './mailCases.ts';
import type { MailCase } from './mailCases.ts';
import { startPostfix } from './postfix.ts';
import type { PostfixListener } from './postfix.ts';
import { relayPort53, runWithLabResolver } from './systemResolver.ts';

export interface MailLab {
  readonly dns: DnsLab;
  readonly domains: readonly (MailCase & { readonly domain: string })[];
  /** Runs a program that takes the lab's validating Unbound for the system's resolver. */
  run(program: string, args: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}

interface Placed {
  readonly listeners: readonly PostfixListener[];
  readonly zones: readonly ZoneSpec[];
}

const standard = { signing: signedWith(13), delegation: 'sha256' } as const;

function place(cases: readonly MailCase[]): Placed {
  let next = 0;
  const listeners: PostfixListener[] = [];
  const zones: ZoneSpec[] = [
    { name: '.', records: '', ...standard, purpose: 'root' },
    { name: topLevel, records: '', ...standard, purpose: 'top level' },
  ];
  for (const { name, why, records, servers, zone = {}, others = [] } of cases) {
    const addresses = servers.map(({ identities, startTls = true }) => {
      const address = `127.77.1.${(next += 1)}`;
      listeners.push({ address, hostName: `mx.${name}.lab`, identities, startTls });
      return address;
    });
    const filled = (text: string): string =>
      text.replaceAll(/ADDRESS(\d)/g, (_, index: string) => addresses[Number(index)] ?? '');
    zones.push({
      name: `${name}.${topLevel}`,
      records: filled(records),
      ...standard,
      ...zone,
      purpose: why,
    });
    for (const other of others) {
      zones.push({
        name: `${other.name}.${topLevel}`,
        records: filled(other.records),
        ...standard,
        ...other.zone,
        purpose: why,
      });
    }
  }
  return { listeners, zones };
}

/** BIND, Unbound and Postfix with a domain for each case. Needs root, for ports 25 and 53. */
export async function startMailLab(cases: readonly MailCase[] = mailCases): Promise<MailLab> {
  const { listeners, zones } = place(cases);
  const folder = mkdtempSync(join(tmpdir(), 'exo-companion-mail-lab-'));
  const dns = await startDnsLab({ zones });
  let postfix: LabProcess | null = null;
  let relay: { close(): void } | null = null;
  const stop = async (): Promise<void> => {
    relay?.close();
    await postfix?.stop();
    await dns.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    postfix = await startPostfix(folder, listeners);
    relay = await relayPort53(Number(dns.validatingResolver.split(':').at(-1)));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    dns,
    domains: cases.map((one) => ({ ...one, domain: `${one.name}.lab` })),
    run: (program, args) => runWithLabResolver(folder, program, args),
    stop,
  };
}

export const mailLabPrograms = ['postfix', 'posttls-finger', 'unshare'] as const;
