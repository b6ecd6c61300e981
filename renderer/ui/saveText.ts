/** Hands a text to the browser as a download; the person, or the browser's settings, say where to. */
export function saveText(fileName: string, text: string | readonly string[], type: string): void {
  const parts = typeof text === 'string' ? [text] : [...text];
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has its own hold on the blob by the next turn of the event loop.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
