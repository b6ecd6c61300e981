import { controlReplySchema, controlRequest, isGenuine } from './control.ts';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { ControlWish } from './control.ts';

const instanceSchema = z.strictObject({
  pid: z.int().positive(),
  port: z.int().min(1).max(65535),
  key: z.string().length(43),
});

/** What the file in the data directory says of the host that runs. */
export interface Instance {
  readonly pid: number;
  readonly port: number;
  readonly key: Buffer;
}

export type Claim =
  /** This process is the one. `release` removes the file, if it is still this process' own. */
  | { readonly state: 'claimed'; readonly release: () => void }
  | { readonly state: 'taken'; readonly by: Instance };

const answerMilliseconds = 3_000;

function instanceFile(dataDirectory: string): string {
  return join(dataDirectory, 'instance.json');
}

/**
 * Makes this process the one host of the data directory, unless another one is and answers. A file
 * whose host does not answer with proof of the key is what a crash left behind, and gives way.
 */
export async function claimInstance(dataDirectory: string, own: Instance): Promise<Claim> {
  const file = instanceFile(dataDirectory);
  const text = `${JSON.stringify({ ...own, key: own.key.toString('base64url') })}\n`;
  for (;;) {
    try {
      writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
      return { state: 'claimed', release: () => release(file, text) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const left = readText(file);
    const other = await findInstance(dataDirectory);
    if (other !== null) return { state: 'taken', by: other };
    // Unless another start has put its own there meanwhile.
    if (readText(file) === left) rmSync(file, { force: true });
  }
}

/** The host that runs on this data directory and proves that it does; `null` for none. */
export async function findInstance(dataDirectory: string): Promise<Instance | null> {
  const other = readInstance(dataDirectory) ?? (await readAgain(dataDirectory));
  if (other === null || !isAlive(other.pid)) return null;
  return (await askInstance(other, 'greet')) === null ? null : other;
}

/** `null`: nobody answers there, or not our host. Of `link`, the reply holds a fresh token. */
export async function askInstance(
  { port, key }: Instance,
  wish: ControlWish,
): Promise<{ readonly token: string | null } | null> {
  const request = controlRequest(wish, key);
  try {
    const response = await fetch(`http://127.0.0.1:${port}/control`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
      redirect: 'error',
      signal: AbortSignal.timeout(answerMilliseconds),
    });
    if (!response.ok) return null;
    const reply = controlReplySchema.parse(await response.json());
    return isGenuine(reply, request, key) ? { token: reply.token } : null;
  } catch {
    return null;
  }
}

/** Another start may be writing it at this moment. */
async function readAgain(dataDirectory: string): Promise<Instance | null> {
  await sleep(200);
  return readInstance(dataDirectory);
}

function readInstance(dataDirectory: string): Instance | null {
  try {
    const text = readText(instanceFile(dataDirectory)) ?? '';
    const { pid, port, key } = instanceSchema.parse(JSON.parse(text));
    return { pid, port, key: Buffer.from(key, 'base64url') };
  } catch {
    return null;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function release(file: string, text: string): void {
  if (readText(file) === text) rmSync(file, { force: true });
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
