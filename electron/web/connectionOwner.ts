import { readFileSync } from 'node:fs';

/** A connection over 127.0.0.1, seen from this end. */
interface Connection {
  readonly localPort: number;
  readonly remotePort: number;
}

/**
 * The user whose program is at the other end, where the system says so (Linux, proc_net(5)); else
 * `null`.
 */
export function connectionOwner(connection: Connection): number | null {
  if (process.platform !== 'linux') return null;
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    try {
      const owner = ownerIn(readFileSync(table, 'latin1'), connection);
      if (owner !== null) return owner;
    } catch {
      // Hidden by a sandbox: not known.
    }
  }
  return null;
}

/** Columns: number, local and remote address, state, two queues, timers, then the user. */
export function ownerIn(table: string, { localPort, remotePort }: Connection): number | null {
  for (const line of table.split('\n')) {
    const [, theirs, ours, state, , , , user] = line.trim().split(/\s+/);
    const established = state === '01';
    // The table's rows are sockets: of the other end's, the remote address is ours.
    if (!established || !theirs?.endsWith(`:${hex(remotePort)}`)) continue;
    if (ours?.endsWith(`0100007F:${hex(localPort)}`)) return Number(user);
  }
  return null;
}

function hex(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0');
}
