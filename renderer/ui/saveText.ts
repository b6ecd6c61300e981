import { saveBlob } from './saveBlob.ts';

/** Saves a text by the browser's download. */
export function saveText(fileName: string, text: string | readonly string[], type: string): void {
  saveBlob(fileName, new Blob(typeof text === 'string' ? [text] : [...text], { type }));
}
