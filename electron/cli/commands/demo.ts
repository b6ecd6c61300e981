import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPracticeLab } from '../../service/demo/practiceLab.ts';
import type { PracticeLab } from '../../service/demo/practiceLab.ts';
import { defineCommand } from '../command.ts';
import { usageError } from '../options.ts';
import type { Words } from '../words.ts';

function labText(lab: PracticeLab, trustAnchorFile: string, words: Words): string {
  const { resolver, trustAnchor, smtpPort, domains } = lab;
  const width = Math.max(...domains.map(({ domain }) => domain.length)) + 2;
  const [first] = domains;
  const check = [
    `exo-companion dane check ${first?.domain ?? ''}`,
    `--resolver ${resolver}`,
    `--trust-anchor ${trustAnchorFile}`,
    `--smtp-port ${smtpPort}`,
    '--allow-private',
  ].join(' ');
  return [
    words('dane.demo.resolver', { resolver }),
    words('dane.demo.anchor', { file: trustAnchorFile }),
    `  ${trustAnchor}`,
    words('dane.demo.smtp-port', { port: smtpPort }),
    words('dane.demo.domains'),
    ...domains.map(
      ({ domain, expected }) => `  ${domain.padEnd(width)}${words(`dane.verdict.${expected}`)}`,
    ),
    words('dane.demo.try', { command: check }),
    words('dane.demo.end'),
  ].join('\n');
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

export const command = defineCommand({
  usage: '',
  description: 'dane.demo.description',
  options: {},
  examples: ['demo'],
  async run({ positionals, io, output, words, clock }) {
    const [surplus] = positionals;
    if (surplus !== undefined) {
      return output.error(usageError({ problem: 'unexpectedArgument', argument: surplus }).error);
    }
    const lab = await startPracticeLab(clock());
    const folder = await mkdtemp(join(tmpdir(), 'exo-companion-lab-'));
    try {
      const trustAnchorFile = join(folder, 'trust-anchor');
      await writeFile(trustAnchorFile, `${lab.trustAnchor}\n`);
      const { resolver, trustAnchor, smtpPort, domains } = lab;
      await output.print(
        [
          {
            schema: 'exo-companion/demo@1',
            resolver,
            trustAnchor,
            trustAnchorFile,
            smtpPort,
            domains,
          },
        ],
        labText(lab, trustAnchorFile, words),
      );
      await ended(io.signal);
      return 0;
    } finally {
      await lab.close();
      await rm(folder, { recursive: true });
    }
  },
});
