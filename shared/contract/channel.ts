import { z } from 'zod';
import { errorCodes } from '../errors.ts';

/**
 * How a channel is called.
 * - `query`: reads, may be repeated.
 * - `command`: changes something on this machine.
 * - `job`: takes long; its input carries a `jobId` that the caller chose, progress and items come as
 *   `job` events under that id, the call resolves with the whole result, and `jobs.cancel` ends it.
 */
export type ChannelKind = 'query' | 'command' | 'job';

/** What a channel asks of Microsoft, for `docs/permissions.md`. `null`: nothing leaves for Microsoft. */
export interface MicrosoftCall {
  readonly api: 'graph' | 'exchange';
  readonly scope: string;
  readonly call: string;
}

export interface Channel<
  Kind extends ChannelKind,
  Input extends z.ZodType,
  Output extends z.ZodType,
  Item extends z.ZodType = z.ZodNever,
> {
  readonly kind: Kind;
  readonly input: Input;
  /** Strict: a property that the schema does not name (a token, say) is refused, not passed on. */
  readonly output: Output;
  /** A job's partial results, as they come. */
  readonly item: Item;
  readonly microsoft: readonly MicrosoftCall[];
}

export function query<Input extends z.ZodType, Output extends z.ZodType>(spec: {
  readonly input: Input;
  readonly output: Output;
  readonly microsoft?: readonly MicrosoftCall[];
}): Channel<'query', Input, Output> {
  return { kind: 'query', item: z.never(), microsoft: [], ...spec };
}

export function command<Input extends z.ZodType, Output extends z.ZodType>(spec: {
  readonly input: Input;
  readonly output: Output;
  readonly microsoft?: readonly MicrosoftCall[];
}): Channel<'command', Input, Output> {
  return { kind: 'command', item: z.never(), microsoft: [], ...spec };
}

/** `input` holds the job's own properties; `jobId` is added to them. */
export function job<
  Shape extends z.ZodRawShape,
  Output extends z.ZodType,
  Item extends z.ZodType = z.ZodNever,
>(spec: {
  readonly input: Shape;
  readonly output: Output;
  readonly item?: Item;
  readonly microsoft?: readonly MicrosoftCall[];
}) {
  const { input, item, ...rest } = spec;
  return {
    kind: 'job' as const,
    microsoft: [] as readonly MicrosoftCall[],
    ...rest,
    input: z.strictObject({ jobId: jobIdSchema, ...input }),
    item: (item ?? z.never()) as Item,
  };
}

export const jobIdSchema = z.uuid();

export const appErrorSchema = z.strictObject({
  code: z.enum(errorCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
