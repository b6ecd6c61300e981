import { join } from 'node:path';
import type { Session } from 'electron';
import { isOwnBlob } from './origin.ts';

const fileNameLengthMax = 120;

/**
 * A name that the page proposed, made safe to propose in a save dialog: one path segment without
 * what a file system, a shell or a reader could take for something else.
 */
export function safeFileName(proposed: string): string {
  const name = proposed
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- control characters are what must go
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/[<>:"/\\|?*]/g, '-')
    .replace(/^[.\s]+/, '')
    .slice(0, fileNameLengthMax)
    .replace(/[.\s]+$/, '');
  return name === '' ? 'exchange-companion' : name;
}

/**
 * The page saves by `<a download>` of a `blob:` that it made, and by nothing else; where to, the
 * person says in the system's dialog.
 *
 * SECURITY: S28 the page never names a path
 */
export function guardDownloads(session: Session, folder: string): void {
  session.on('will-download', (event, item) => {
    if (!isOwnBlob(item.getURL())) {
      event.preventDefault();
      return;
    }
    item.setSaveDialogOptions({
      defaultPath: join(folder, safeFileName(item.getFilename())),
      properties: ['showOverwriteConfirmation'],
    });
  });
}
