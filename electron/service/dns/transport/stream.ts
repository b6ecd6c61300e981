import type { StreamConnection } from './streamConnection.ts';
import type { Query, Transport, TransportOutcome } from './transport.ts';

/**
 * One connection at a time, opened when first needed and used again (RFC 7766 §6.2.1). When the
 * server closed it between two questions, the second is asked once more over a new one.
 */
export function createStreamTransport(connect: () => StreamConnection): Transport {
  let current: StreamConnection | null = null;
  const opened = new Set<StreamConnection>();

  function connection(): StreamConnection {
    for (const earlier of opened) if (!earlier.isOpen()) opened.delete(earlier);
    if (current?.isOpen() === true) return current;
    current = connect();
    opened.add(current);
    return current;
  }

  async function ask(query: Query, signal: AbortSignal): Promise<TransportOutcome> {
    const isReused = current?.isOpen() === true;
    const outcome = await connection().ask(query, signal);
    const wasClosed = !outcome.ok && outcome.reason === 'unreachable';
    return isReused && wasClosed && !signal.aborted ? connection().ask(query, signal) : outcome;
  }

  return {
    ask,
    close() {
      for (const one of opened) one.close();
    },
  };
}
