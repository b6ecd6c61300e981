/** The SMTP conversation up to the go-ahead for TLS, and its end (RFC 5321, RFC 3207). */
import { Interruption } from './interruption.ts';
import type { LineChannel } from './lineChannel.ts';
import type { ProbePhase } from './types.ts';

/** Lines of one reply. Real EHLO replies have up to twenty. */
const replyLinesMax = 100;

export interface Reply {
  readonly code: number;
  /** Without code and separator. */
  readonly lines: readonly string[];
}

const replyLine = /^([2-5]\d\d)(?:([ -])(.*))?$/su;

/** One reply of one or more lines (RFC 5321 §4.2.1). */
export async function readReply(channel: LineChannel): Promise<Reply> {
  const lines: string[] = [];
  while (lines.length < replyLinesMax) {
    const line = await channel.line();
    const match = replyLine.exec(line);
    if (match === null) throw new Interruption('not-understood', line);
    lines.push(match[3] ?? '');
    if (match[2] !== '-') return { code: Number(match[1]), lines };
  }
  throw new Interruption('not-understood', 'a reply without end');
}

function replyText({ code, lines }: Reply): string {
  return `${code} ${lines.at(-1) ?? ''}`;
}

/** 421, and the policy class x.7.x of RFC 3463: who goes on after these is a nuisance. */
export function asksToStop({ code, lines }: Reply): boolean {
  return code === 421 || (code >= 400 && lines.some((line) => /^4\.7\.\d+\b/.test(line)));
}

export interface SmtpDialogueOptions {
  readonly hello: string;
  readonly enter: (phase: ProbePhase) => void;
  readonly onReply: (reply: Reply) => void;
}

/** Returns once the server waits for the first octet of TLS. Throws `Interruption`. */
export async function smtpDialogue(
  channel: LineChannel,
  { hello, enter, onReply }: SmtpDialogueOptions,
): Promise<void> {
  const ask = async (command: string | null): Promise<Reply> => {
    if (command !== null) channel.send(command);
    const reply = await readReply(channel);
    onReply(reply);
    if (reply.code >= 400 && reply.code < 500)
      throw new Interruption('try-later', replyText(reply));
    return reply;
  };

  enter('greeting');
  const greeting = await ask(null);
  if (greeting.code !== 220) throw new Interruption('turned-away', replyText(greeting));

  enter('hello');
  const extensions = await ask(`EHLO ${hello}`);
  // The first line is the server's name, whatever word it may be.
  const offered = extensions.lines.slice(1).some((line) => line.toUpperCase() === 'STARTTLS');
  if (extensions.code !== 250 || !offered) {
    throw new Interruption('starttls-not-offered', replyText(extensions));
  }

  enter('starttls');
  const goAhead = await ask('STARTTLS');
  if (goAhead.code !== 220) throw new Interruption('starttls-refused', replyText(goAhead));
}

/** EHLO once more, as what was said before TLS counts no longer (RFC 3207 §4.2). */
export async function smtpHelloAgain(channel: LineChannel, hello: string): Promise<void> {
  channel.send(`EHLO ${hello}`);
  await readReply(channel);
}

export async function smtpQuit(channel: LineChannel): Promise<void> {
  channel.send('QUIT');
  await readReply(channel);
}
