import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { assertNever } from '../../../shared/assertNever.ts';
import type { TlsCapabilities } from './capabilities.ts';
import type { Connect } from './connectTo.ts';
import { handshake } from './handshake.ts';
import { Interruption } from './interruption.ts';
import { createLineChannel } from './lineChannel.ts';
import type { LineChannel } from './lineChannel.ts';
import { imapDialogue, pop3Dialogue } from './mailboxDialogues.ts';
import { asksToStop, smtpDialogue, smtpHelloAgain, smtpQuit } from './smtpDialogue.ts';
import { createTranscript, plainText } from './transcript.ts';
import type { Transcript } from './transcript.ts';
import type {
  Endpoint,
  HandshakeResult,
  KeyType,
  ProbeFailure,
  ProbePhase,
  ProbeResult,
  Security,
} from './types.ts';

export interface ProbeOptions {
  readonly security: Security;
  /** `null`: no SNI. */
  readonly serverName: string | null;
  readonly offered: readonly KeyType[];
  /** What we call ourselves in EHLO. */
  readonly hello: string;
  /** Of each phase, milliseconds. */
  readonly timeout: number;
  readonly capabilities: TlsCapabilities;
  readonly connect: Connect;
  readonly signal: AbortSignal;
}

/** For the farewell, which no verdict waits for; never more than a phase has. Milliseconds. */
const farewellTimeout = 2000;

/** The phase that a conversation is in, and the end of the time it has. */
interface PhaseClock {
  enter(phase: ProbePhase): void;
  readonly phase: () => ProbePhase;
  readonly phases: () => ProbeResult['phases'];
  /** Rejects when the phase has taken too long, or the whole is cancelled. */
  readonly overrun: Promise<never>;
  /** Aborted together with `overrun`. */
  readonly signal: AbortSignal;
  stop(): void;
}

function phaseClock({ timeout, signal }: ProbeOptions): PhaseClock {
  const controller = new AbortController();
  const entered: { readonly phase: ProbePhase; readonly at: number }[] = [];
  let timer: NodeJS.Timeout | undefined;
  const { promise: overrun, reject } = Promise.withResolvers<never>();
  overrun.catch(() => {});
  const end = (interruption: Interruption): void => {
    reject(interruption);
    controller.abort();
  };
  const cancel = (): void => end(new Interruption('cancelled'));
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  return {
    enter(next) {
      entered.push({ phase: next, at: performance.now() });
      clearTimeout(timer);
      const code = next === 'connect' ? 'connection-timed-out' : 'timed-out';
      timer = setTimeout(() => end(new Interruption(code)), timeout);
    },
    phase: () => entered.at(-1)?.phase ?? 'connect',
    phases: () =>
      entered.map(({ phase, at }, index) => ({
        phase,
        milliseconds: Math.round((entered[index + 1]?.at ?? performance.now()) - at),
      })),
    overrun,
    signal: controller.signal,
    stop() {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
    },
  };
}

interface Observed {
  injected: boolean;
  stop: boolean;
  handshake: HandshakeResult | null;
}

async function converse(
  channel: LineChannel,
  { security, hello }: ProbeOptions,
  clock: PhaseClock,
  observed: Observed,
): Promise<void> {
  const enter = (phase: ProbePhase): void => clock.enter(phase);
  switch (security) {
    case 'implicit':
      return;
    case 'smtp':
      await smtpDialogue(channel, {
        hello,
        enter,
        onReply: (reply) => {
          observed.stop ||= asksToStop(reply);
        },
      });
      return;
    case 'imap':
      await imapDialogue(channel, enter);
      return;
    case 'pop3':
      await pop3Dialogue(channel, enter);
      return;
    default:
      assertNever(security, 'security');
  }
}

async function talk(
  socket: Socket,
  options: ProbeOptions,
  clock: PhaseClock,
  transcript: Transcript,
  observed: Observed,
): Promise<TLSSocket> {
  const channel = createLineChannel(socket, transcript);
  await converse(channel, options, clock, observed);
  observed.injected = channel.release();
  if (observed.injected) transcript.add('probe', 'Text after the go-ahead was thrown away.');
  clock.enter('tls');
  const secured = await handshake(socket, options);
  observed.handshake = secured.result;
  const { protocol, cipher } = secured.result;
  transcript.add('probe', `${protocol} ${cipher}`);
  return secured.socket;
}

/** Ends a conversation as servers like it, in its own time: the result is known by then. */
async function takeLeave(
  socket: Socket,
  secured: TLSSocket | null,
  { security, hello, timeout }: ProbeOptions,
  transcript: Transcript,
): Promise<void> {
  const timer = setTimeout(() => socket.destroy(), Math.min(farewellTimeout, timeout));
  try {
    if (security !== 'smtp') return;
    const channel = createLineChannel(secured ?? socket, transcript);
    if (secured !== null) await smtpHelloAgain(channel, hello);
    await smtpQuit(channel);
  } catch (error) {
    // Whoever hangs up first needs no goodbye.
    if (!(error instanceof Interruption)) throw error;
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

/** Failures after which the server still listens. */
const repliedFailures: ReadonlySet<ProbeFailure['code']> = new Set<ProbeFailure['code']>([
  'try-later',
  'turned-away',
  'starttls-not-offered',
  'starttls-refused',
]);

function failureOf(error: unknown, phase: ProbePhase): ProbeFailure {
  if (!(error instanceof Interruption)) throw error;
  return { code: error.code, phase, detail: plainText(error.message) };
}

export interface Probed {
  readonly result: ProbeResult;
  /** Resolves when the connection is closed, never rejects. `result.transcript` grows until then. */
  readonly farewell: Promise<void>;
}

/**
 * One connection: to TLS and the chain that the server sends, and a polite end. Never rejects for
 * what the network does; every phase has its limit in time, octets and lines.
 */
export async function probe(endpoint: Endpoint, options: ProbeOptions): Promise<Probed> {
  const started = performance.now();
  const transcript = createTranscript();
  const observed: Observed = { injected: false, stop: false, handshake: null };
  const clock = phaseClock(options);
  let socket: Socket | undefined;
  let secured: TLSSocket | null = null;
  let failure: ProbeFailure | null = null;
  try {
    clock.enter('connect');
    socket = await Promise.race([options.connect(endpoint, clock.signal), clock.overrun]);
    // Errors are seen where they matter; one that comes later must not end the process.
    socket.on('error', () => {});
    secured = await Promise.race([
      talk(socket, options, clock, transcript, observed),
      clock.overrun,
    ]);
  } catch (error) {
    failure = failureOf(error, clock.phase());
  } finally {
    clock.stop();
  }
  const listens = failure === null || repliedFailures.has(failure.code);
  if (!listens) socket?.destroy();
  const farewell =
    socket !== undefined && listens
      ? takeLeave(socket, secured, options, transcript)
      : Promise.resolve();
  return {
    result: {
      serverName: options.serverName,
      offered: options.offered,
      handshake: failure === null ? observed.handshake : null,
      failure,
      injected: observed.injected,
      stop: observed.stop,
      transcript: transcript.lines(),
      phases: clock.phases(),
      milliseconds: Math.round(performance.now() - started),
    },
    farewell,
  };
}
