import { sendHead } from './responses.ts';
import type { EventName } from '../../shared/contract/index.ts';
import type { ServerResponse } from 'node:http';
import type { SessionId } from './sessions.ts';
import type { WebLimits } from './limits.ts';

/** One line of the stream. An empty line says only that the host is there. */
export type StreamLine =
  | { readonly event: EventName; readonly payload: unknown }
  /** A call that was not answered at once has its answer now: collect it. */
  | { readonly answered: string }
  /** Another tab needs the connection more: come back when seen. */
  | { readonly yielded: true };

export interface EventStreams {
  open(session: SessionId, response: ServerResponse): void;
  broadcast(line: StreamLine): void;
  tell(session: SessionId, line: StreamLine): void;
  close(): void;
}

interface Stream {
  readonly session: SessionId;
  readonly response: ServerResponse;
}

/** Events to pages, as lines of JSON in an answer that does not end. */
export function createEventStreams(
  limits: Pick<WebLimits, 'eventStreams' | 'heartbeatMilliseconds' | 'streamBacklogBytes'>,
): EventStreams {
  const streams = new Set<Stream>();

  const write = (stream: Stream, text: string): void => {
    if (stream.response.writableLength > limits.streamBacklogBytes) stream.response.destroy();
    else stream.response.write(text);
  };
  const writeTo = (chosen: Iterable<Stream>, line: StreamLine): void => {
    const text = `${JSON.stringify(line)}\n`;
    for (const stream of chosen) write(stream, text);
  };
  const heartbeat = setInterval(() => {
    for (const stream of streams) write(stream, '\n');
  }, limits.heartbeatMilliseconds);
  heartbeat.unref();

  return {
    open(session, response) {
      const [oldest] = streams;
      if (oldest !== undefined && streams.size >= limits.eventStreams) {
        streams.delete(oldest);
        oldest.response.end(`${JSON.stringify({ yielded: true } satisfies StreamLine)}\n`);
      }
      const stream = { session, response };
      streams.add(stream);
      response.once('close', () => streams.delete(stream));
      sendHead(response, 200, 'application/x-ndjson; charset=utf-8');
      // The first line makes the browser see the head at once.
      response.write('\n');
    },
    broadcast: (line) => writeTo(streams, line),
    tell: (session, line) =>
      writeTo(
        [...streams].filter((stream) => stream.session === session),
        line,
      ),
    close() {
      clearInterval(heartbeat);
      for (const stream of streams) stream.response.end();
      streams.clear();
    },
  };
}
