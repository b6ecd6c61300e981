/** Hands a file to the browser as a download; the person, or the browser's settings, say where to. */
export function saveBlob(fileName: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has its own hold on the blob by the next turn of the event loop.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
