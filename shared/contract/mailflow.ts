import { z } from 'zod';
import { explanationSchema } from '../mailflow/explanation.ts';
import { explainTextMax } from '../mailflow/explain.ts';
import { query } from './channel.ts';

export const mailflowChannels = {
  /** Says what a pasted text or a dropped file (plain or gzip) is about. */
  'mailflow.explain': query({
    input: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('text'), text: z.string().max(explainTextMax) }),
      z.strictObject({
        kind: z.literal('file'),
        /** Base64 (padded). */
        content: z.base64().max(Math.ceil(explainTextMax / 3) * 4),
      }),
    ]),
    output: z.array(explanationSchema),
  }),
} as const;
