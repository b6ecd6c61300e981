import { success } from '../../shared/errors.ts';
import { snapshotPieces } from '../../shared/tenant/snapshotText.ts';
import { writeWhole } from './writeWhole.ts';
import type { Io } from './io.ts';
import type { Output } from './output.ts';
import type { Result } from '../../shared/errors.ts';
import type { Snapshot } from '../../shared/tenant/snapshot.ts';
import type { Words } from './words.ts';

/**
 * The snapshot on stdout as one line of JSON, whether for a program or a person, or in the file that
 * `--out` names. In pieces: a large tenant's is longer than a text should be. Errors: `file-unwritable`.
 */
export async function printSnapshot(
  snapshot: Snapshot,
  {
    values,
    io,
    output,
    words,
  }: {
    readonly values: { readonly out: string | null };
    readonly io: Io;
    readonly output: Output;
    readonly words: Words;
  },
): Promise<Result<null>> {
  if (values.out === null) {
    for (const piece of snapshotPieces(snapshot)) await io.stdout.write(piece);
    await io.stdout.write('\n');
    return success(null);
  }
  const written = await writeWhole(values.out, withLineFeed(snapshotPieces(snapshot)));
  if (written.ok) await output.message(words('tenant.cli.written', { name: values.out }));
  return written;
}

function* withLineFeed(pieces: Iterable<string>): Iterable<string> {
  yield* pieces;
  yield '\n';
}
