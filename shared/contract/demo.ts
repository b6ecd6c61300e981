import { z } from 'zod';
import { labScenarios } from '../dane/labScenarios.ts';
import { domainVerdictSchema } from '../dane/verdict.ts';
import { command, query } from './channel.ts';

/** The practice lab on loopback, inside this app. */
export const practiceLabSchema = z.strictObject({
  /** `udp://127.0.0.1:PORT`. */
  resolver: z.string(),
  smtpPort: z.number().int().min(1).max(65_535),
  domains: z.array(
    z.strictObject({
      domain: z.string(),
      scenario: z.enum(labScenarios),
      expected: domainVerdictSchema,
    }),
  ),
});
export type PracticeLabView = z.infer<typeof practiceLabSchema>;

const stateSchema = z.strictObject({ lab: practiceLabSchema.nullable() });

export const demoChannels = {
  /** `null`: it is not running. */
  'demo.state': query({ input: z.strictObject({}), output: stateSchema }),
  /** Starts it unless it runs. */
  'demo.start': command({ input: z.strictObject({}), output: stateSchema }),
  'demo.stop': command({ input: z.strictObject({}), output: stateSchema }),
} as const;
