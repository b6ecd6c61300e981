export interface EventSourceListener {
  event(name: string, payload: unknown): void;
  /** A call that was pending has its answer. */
  answered(id: string): void;
  opened(): void;
}

export interface EventSource {
  /** Opens the stream, once; it is opened again whenever it ends. */
  listen(): void;
  /** Resolves when a stream that is being opened is open or has failed, so that no event of a call that comes next is missed. */
  ready(): Promise<void>;
}

type Line =
  | { readonly event: string; readonly payload: unknown }
  | { readonly answered: string }
  | { readonly yielded: true };

/** Milliseconds. The host sends a line at least every 15 s. */
const silenceMax = 45_000;
const pauseAfterYield = 15_000;
const pauseMax = 15_000;

/** Events from the host, as lines of JSON in an answer that does not end. */
export function createEventSource(
  session: Promise<string | null>,
  listener: EventSourceListener,
): EventSource {
  let started = false;
  let opening = Promise.resolve();
  let opened = (): void => {};

  async function run(): Promise<void> {
    const secret = await session.catch(() => null);
    for (let failures = 0; secret !== null;) {
      const end = await readOnce(secret);
      if (end === 'lost') break;
      failures = end === 'failed' ? failures + 1 : 0;
      await (end === 'yielded'
        ? untilSeen(pauseAfterYield)
        : sleep(Math.min(250 * 2 ** failures, pauseMax)));
    }
    opened();
  }

  async function readOnce(secret: string): Promise<'lost' | 'failed' | 'ended' | 'yielded'> {
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
      opened();
      listener.opened();
      for await (const line of linesOf(response.body)) {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), silenceMax);
        if (line !== '' && tell(JSON.parse(line) as Line)) return 'yielded';
      }
      return 'ended';
    } catch {
      return 'failed';
    } finally {
      clearTimeout(timer);
      opened();
    }
  }

  function tell(line: Line): boolean {
    if ('event' in line) listener.event(line.event, line.payload);
    else if ('answered' in line) listener.answered(line.answered);
    else return true;
    return false;
  }

  return {
    listen() {
      if (started) return;
      started = true;
      opening = new Promise((resolve) => {
        opened = resolve;
      });
      void run();
    },
    ready: () => opening,
  };
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = (await reader.read()) as ReadableStreamReadResult<string>;
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** Until the tab is looked at, or the time is over. */
function untilSeen(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const stop = new AbortController();
    const done = (): void => {
      stop.abort();
      resolve();
    };
    setTimeout(done, milliseconds);
    window.addEventListener('focus', done, { signal: stop.signal });
  });
}
