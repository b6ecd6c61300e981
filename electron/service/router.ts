import { channels, isChannelName } from '../../shared/contract/index.ts';
import type { ChannelName, Output, ParsedInput } from '../../shared/contract/index.ts';
import { failure } from '../../shared/errors.ts';
import type { Result } from '../../shared/errors.ts';
import type { JobContext, Jobs } from './jobs.ts';
import type { Ports } from './ports.ts';

/** A feature's side of a channel. `job` is set for channels of kind `job`, and only there. */
export type Handler<Name extends ChannelName> = (
  input: ParsedInput<Name>,
  job: JobContext,
) => Promise<Result<Output<Name>>>;

export type Handlers = { readonly [Name in ChannelName]: Handler<Name> };

export interface Router {
  /** Never throws: what comes back is the contract's envelope. */
  handle(channel: unknown, input: unknown): Promise<Result<unknown>>;
}

const neverCancelled: JobContext = {
  signal: new AbortController().signal,
  progress() {},
  item() {},
};

/**
 * The one door into the service, whatever host stands before it.
 * SECURITY: S21 input and output both pass the contract's schemas; outputs are strict, so that
 * nothing leaves which the contract does not name.
 */
export function createRouter(handlers: Handlers, jobs: Jobs, ports: Ports): Router {
  async function answer(name: ChannelName, input: unknown): Promise<Result<unknown>> {
    const channel = channels[name];
    const parsed = channel.input.safeParse(input);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return failure('input-invalid', {
        channel: name,
        path: issue?.path.join('.') ?? '',
        problem: issue?.message ?? '',
      });
    }
    const handler = handlers[name] as Handler<ChannelName>;
    const result = await (channel.kind === 'job'
      ? runJob(name, handler, parsed.data)
      : handler(parsed.data, neverCancelled));
    if (!result.ok) return result;
    const output = channel.output.safeParse(result.value);
    if (!output.success) {
      ports.reportBug(output.error, `output of ${name}`);
      return failure('internal');
    }
    return { ok: true, value: output.data };
  }

  function runJob(
    name: ChannelName,
    handler: Handler<ChannelName>,
    input: unknown,
  ): Promise<Result<unknown>> {
    const { jobId } = input as { readonly jobId: string };
    if (jobs.isRunning(jobId)) {
      return Promise.resolve(
        failure('input-invalid', { channel: name, path: 'jobId', problem: 'already running' }),
      );
    }
    return jobs.run(jobId, name, async (context) => {
      const { item } = channels[name];
      const result = await handler(input as ParsedInput<ChannelName>, {
        ...context,
        item: (value) => context.item(item.parse(value)),
      });
      return context.signal.aborted && !result.ok ? failure('cancelled') : result;
    });
  }

  return {
    async handle(name, input) {
      if (!isChannelName(name))
        return failure('channel-unknown', { channel: String(name).slice(0, 80) });
      const startedAt = ports.clock();
      const started = performance.now();
      let result: Result<unknown>;
      try {
        result = await answer(name, input);
      } catch (error) {
        ports.reportBug(error, name);
        result = failure('internal');
      }
      ports.audit({
        at: startedAt.toISOString(),
        channel: name,
        outcome: result.ok ? 'ok' : result.error.code,
        milliseconds: Math.round(performance.now() - started),
      });
      return result;
    },
  };
}
