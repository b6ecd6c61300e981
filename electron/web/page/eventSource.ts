export interface EventSourceListener {
  event(name: string, payload: unknown): void;
  /** A call that was pending has its answer. */
  answered(id: string): void;
  opened(): void;
  /** The host knows the session no more; the stream stays closed. */
  lost(): void;
  /** The host has not answered several times in a row; the stream goes on trying. */
  unreachable(): void;
}

export interface EventSource {
  /** Opens the stream, once; it is opened again whenever it ends. */
  listen(): void;
  /** Resolves when a stream that is being opened is open, or has failed: what is called after that misses no event. */
  ready(): Promise<void>;
}

type Line =
  | { readonly event: string; readonly payload: unknown }
  | { readonly answered: string }
  | { readonly yielded: true };

type End = 'lost' | 'failed' | 'ended' | 'yielded';

/** Milliseconds. The host sends a line at least every 15 s. */
const silenceMax = 45_000;
const firstPause = 250;
const pauseMax = 15_000;

/** Failures in a row after which the host counts as gone: about four seconds. */
const failuresMax = 4;

/** Events from the host, as lines of JSON in an answer that does not end. */
export function createEventSource(
  session: Promise<string | null>,
  listener: EventSourceListener,
): EventSource {
  const first = Promise.withResolvers<void>();
  let started = false;

  async function run(): Promise<void> {
    const secret = await session.catch(() => null);
    if (secret !== null) await follow(secret);
    first.resolve();
    listener.lost();
  }

  /** Until the session is lost. */
  async function follow(secret: string): Promise<void> {
    for (let failures = 0; ;) {
      const end = await readOnce(secret);
      first.resolve();
      if (end === 'lost') return;
      failures = end === 'failed' ? failures + 1 : 0;
      if (failures === failuresMax) listener.unreachable();
      if (end === 'yielded') await pause(pauseMax, 'or-seen');
      else await pause(Math.min(firstPause * 2 ** failures, pauseMax));
    }
  }

  async function readOnce(secret: string): Promise<End> {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), silenceMax);
    try {
      const response = await fetch('/events', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Companion-Session': secret },
        body: '{}',
        signal: silence.signal,
      });
      if (response.status === 401) return 'lost';
      if (!response.ok || response.body === null) return 'failed';
      first.resolve();
      listener.opened();
      for await (const line of linesOf(response.body)) {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), silenceMax);
        if (line !== '' && tell(listener, JSON.parse(line) as Line) === 'yielded') return 'yielded';
      }
      return 'ended';
    } catch {
      return 'failed';
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    listen() {
      if (!started) void run();
      started = true;
    },
    ready: () => (started ? first.promise : Promise.resolve()),
  };
}

function tell(listener: EventSourceListener, line: Line): 'told' | 'yielded' {
  if ('yielded' in line) return 'yielded';
  if ('event' in line) listener.event(line.event, line.payload);
  else listener.answered(line.answered);
  return 'told';
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** Ends early, where wished, when the tab is looked at. */
function pause(milliseconds: number, until?: 'or-seen'): Promise<void> {
  return new Promise((resolve) => {
    const ended = new AbortController();
    const end = (): void => {
      ended.abort();
      resolve();
    };
    setTimeout(end, milliseconds);
    if (until !== undefined) window.addEventListener('focus', end, { signal: ended.signal });
  });
}
