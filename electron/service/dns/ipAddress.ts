/** IP addresses as octets and as text (RFC 4291 §2.2, RFC 5952). */
import { isIPv4, isIPv6 } from 'node:net';

function groupsOf(text: string): number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}

function ipv6Octets(text: string): Uint8Array {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text);
  const hexadecimal =
    dotted === null
      ? text
      : `${dotted[1]}${[2, 4].map((at) => (Number(dotted[at]) * 256 + Number(dotted[at + 1])).toString(16)).join(':')}`;
  const [head = '', tail] = hexadecimal.split('::');
  const front = groupsOf(head);
  const back = groupsOf(tail ?? '');
  const zeros = Array.from({ length: 8 - front.length - back.length }, () => 0);
  return Uint8Array.from(
    [...front, ...zeros, ...back].flatMap((group) => [group >> 8, group & 255]),
  );
}

/** 4 or 16 octets; `null` when it is no address. Zone identifiers are refused. */
export function parseIp(text: string): Uint8Array | null {
  if (isIPv4(text)) return Uint8Array.from(text.split('.').map(Number));
  return isIPv6(text) && !text.includes('%') ? ipv6Octets(text) : null;
}

/** Start and length of the longest run of zero groups, the first of equals; at least two of them. */
function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let longest = { start: 0, length: 1 };
  for (let start = 0; start < groups.length; start += 1) {
    let length = 0;
    while (groups[start + length] === 0) length += 1;
    if (length > longest.length) longest = { start, length };
  }
  return longest;
}

function groupsText(groups: readonly number[]): string {
  return groups.map((group) => group.toString(16)).join(':');
}

/** Text of 4 octets, or of 16 in the form of RFC 5952. */
export function formatIp(octets: Uint8Array): string {
  if (octets.length === 4) return octets.join('.');
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const groups = Array.from({ length: 8 }, (_, index) => view.getUint16(index * 2));
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return `::ffff:${octets.subarray(12).join('.')}`;
  const run = longestZeroRun(groups);
  return run.length < 2
    ? groupsText(groups)
    : `${groupsText(groups.slice(0, run.start))}::${groupsText(groups.slice(run.start + run.length))}`;
}
