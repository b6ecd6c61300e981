import { labOptions, openLabService } from './labService.ts';
import type { DaneCheck } from '../../shared/dane/check.ts';

/** Results of real checks in the practice lab, by domain. */
export async function labChecks(
  domains: readonly string[],
): Promise<Readonly<Record<string, DaneCheck>>> {
  const lab = openLabService();
  try {
    const checks = await Promise.all(
      domains.map(async (target) => {
        const input = { jobId: crypto.randomUUID(), target, options: labOptions };
        return [target, (await lab.ask('dane.check', input)).check] as const;
      }),
    );
    return Object.fromEntries(checks);
  } finally {
    await lab.close();
  }
}
