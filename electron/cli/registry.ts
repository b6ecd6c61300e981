import type { WordId } from '../../shared/words/en.ts';
import type { Command } from './command.ts';

export interface CommandEntry {
  readonly words: readonly string[];
  /** One line in the list of commands. */
  readonly summary: WordId;
  /** Commands are loaded when they are called, so that each starts fast. */
  readonly load: () => Promise<{ readonly command: Command }>;
}

/** Every command, in the order in which help lists them. */
export const commands: readonly CommandEntry[] = [
  {
    words: ['tlsa', 'generate'],
    summary: 'cli.tlsa-generate.summary',
    load: () => import('./commands/tlsaGenerate.ts'),
  },
  {
    words: ['tlsa', 'explain'],
    summary: 'cli.tlsa-explain.summary',
    load: () => import('./commands/tlsaExplain.ts'),
  },
  {
    words: ['tlsa', 'verify'],
    summary: 'cli.tlsa-verify.summary',
    load: () => import('./commands/tlsaVerify.ts'),
  },
  {
    words: ['dns', 'lookup'],
    summary: 'dns.cli.lookup.summary',
    load: () => import('./commands/dnsLookup.ts'),
  },
  {
    words: ['dnssec', 'validate'],
    summary: 'dnssec.cli.summary',
    load: () => import('./commands/dnssecValidate.ts'),
  },
  {
    words: ['dane', 'check'],
    summary: 'cli.dane-check.summary',
    load: () => import('./commands/daneCheck.ts'),
  },
  {
    words: ['rollover', 'check'],
    summary: 'cli.rollover-check.summary',
    load: () => import('./commands/rolloverCheck.ts'),
  },
  {
    words: ['explain'],
    summary: 'cli.explain.summary',
    load: () => import('./commands/explain.ts'),
  },
  {
    words: ['tenant', 'snapshot'],
    summary: 'tenant.cli.snapshot.summary',
    load: () => import('./commands/tenantSnapshot.ts'),
  },
  {
    words: ['tenant', 'import'],
    summary: 'tenant.cli.import.summary',
    load: () => import('./commands/tenantImport.ts'),
  },
  {
    words: ['tenant', 'readiness'],
    summary: 'cli.tenant-readiness.summary',
    load: () => import('./commands/tenantReadiness.ts'),
  },
  {
    words: ['tenant', 'diff'],
    summary: 'cli.tenant-diff.summary',
    load: () => import('./commands/tenantDiff.ts'),
  },
  {
    words: ['tenant', 'report'],
    summary: 'cli.tenant-report.summary',
    load: () => import('./commands/tenantReport.ts'),
  },
  {
    words: ['demo'],
    summary: 'cli.demo.summary',
    load: () => import('./commands/demo.ts'),
  },
  {
    words: ['tenant', 'sign-in'],
    summary: 'identity.cli.sign-in.summary',
    load: () => import('./commands/tenantSignIn.ts'),
  },
];

/** The command whose words the arguments begin with; the longest, where one begins another. */
export function findCommand(args: readonly string[]): CommandEntry | null {
  return commands
    .filter(({ words }) => words.every((word, index) => args[index] === word))
    .reduce<CommandEntry | null>(
      (best, entry) => (best !== null && best.words.length >= entry.words.length ? best : entry),
      null,
    );
}
