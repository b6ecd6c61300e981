import { z } from 'zod';
import { rolloverSchema } from '../dane/rollover.ts';
import { checkOptionsSchema } from '../dane/run.ts';
import { certificateFileBytesMax } from '../limits.ts';
import { job } from './channel.ts';

export const rolloverChannels = {
  /** Whether the certificate of a file may be installed at a host, or would stop mail. */
  'rollover.check': job({
    input: {
      host: z.string().max(1024),
      port: z.number().int().min(1).max(65_535),
      name: z.string().max(1024),
      /** The file's bytes, Base64 (padded). */
      content: z.base64().max(Math.ceil(certificateFileBytesMax / 3) * 4),
      password: z.string().max(1024).nullable(),
      options: checkOptionsSchema,
    },
    output: rolloverSchema,
  }),
} as const;
