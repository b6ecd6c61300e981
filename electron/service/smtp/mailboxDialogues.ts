/** The way to TLS in IMAP (RFC 9051 §6.2.1) and POP3 (RFC 2595 §4). */
import { Interruption } from './interruption.ts';
import type { LineChannel } from './lineChannel.ts';
import type { ProbePhase } from './types.ts';

/** Untagged lines before the answer to a command. */
const untaggedMax = 100;

async function taggedAnswer(channel: LineChannel, tag: string): Promise<string[]> {
  const lines: string[] = [];
  while (lines.length < untaggedMax) {
    const line = await channel.line();
    lines.push(line);
    if (line.startsWith(`${tag} `)) return lines;
    if (!line.startsWith('* ')) throw new Interruption('not-understood', line);
  }
  throw new Interruption('not-understood', 'an answer without end');
}

export async function imapDialogue(
  channel: LineChannel,
  enter: (phase: ProbePhase) => void,
): Promise<void> {
  enter('greeting');
  const greeting = await channel.line();
  if (/^\* BYE\b/i.test(greeting)) throw new Interruption('turned-away', greeting);
  if (!/^\* (?:OK|PREAUTH)\b/i.test(greeting)) throw new Interruption('not-understood', greeting);

  enter('hello');
  channel.send('a CAPABILITY');
  const capabilities = (await taggedAnswer(channel, 'a'))
    .filter((line) => /^\* CAPABILITY /i.test(line))
    .flatMap((line) => line.toUpperCase().split(' '));
  if (!capabilities.includes('STARTTLS')) {
    throw new Interruption('starttls-not-offered', capabilities.join(' '));
  }

  enter('starttls');
  channel.send('b STARTTLS');
  const answer = (await taggedAnswer(channel, 'b')).at(-1) ?? '';
  if (!/^b OK\b/i.test(answer)) throw new Interruption('starttls-refused', answer);
}

export async function pop3Dialogue(
  channel: LineChannel,
  enter: (phase: ProbePhase) => void,
): Promise<void> {
  enter('greeting');
  const greeting = await channel.line();
  if (/^-ERR\b/i.test(greeting)) throw new Interruption('turned-away', greeting);
  if (!/^\+OK\b/i.test(greeting)) throw new Interruption('not-understood', greeting);

  enter('starttls');
  channel.send('STLS');
  const answer = await channel.line();
  if (/^-ERR\b/i.test(answer)) throw new Interruption('starttls-not-offered', answer);
  if (!/^\+OK\b/i.test(answer)) throw new Interruption('not-understood', answer);
}
