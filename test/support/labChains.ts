import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createService } from '../../electron/service/service.ts';
import { startDnsLab } from '../lab/dns/dnsLab.ts';
import type { DnsLab } from '../lab/dns/dnsLab.ts';
import type { Result } from '../../shared/errors.ts';
import type { ValidationView } from '../../shared/contract/dnssec.ts';

export interface LabChains {
  readonly lab: DnsLab;
  /** Validates over the lab, from its root, as the page's call does. */
  validate(name: string, type: string): Promise<ValidationView>;
  stop(): Promise<void>;
}

/** The DNSSEC lab with the service over it. Needs `dnsLabPrograms`. */
export async function startLabChains(): Promise<LabChains> {
  const lab = await startDnsLab();
  const dataDirectory = mkdtempSync(join(tmpdir(), 'companion-chains-'));
  const service = createService({
    clock: () => new Date(),
    dataDirectory,
    host: 'web',
    version: '0.0.0-test',
    audit: () => {},
    reportBug: (error) => {
      throw error;
    },
  });
  const call = (channel: string, input: object) => service.router.handle(channel, input);
  await call('dnssec.importAnchors', { text: lab.trustAnchorText });
  return {
    lab,
    async validate(name, type) {
      const resolvers = [lab.validatingResolver];
      const jobId = crypto.randomUUID();
      const question = { jobId, name, type, place: 'internet', resolvers };
      const result = (await call('dnssec.validate', question)) as Result<ValidationView>;
      if (!result.ok) throw new Error(`${name} ${type}: ${result.error.code}`);
      return result.value;
    },
    async stop() {
      await service.close();
      await lab.stop();
      rmSync(dataDirectory, { recursive: true });
    },
  };
}
