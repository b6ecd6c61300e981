import { useEffect, useEffectEvent } from 'react';
import { looksLikeCertificate } from './certificateFile.ts';

/**
 * Takes certificates that are dropped or pasted anywhere on the page: files, or text that looks like
 * one. Any other text goes where the person puts it.
 */
export function useGivenFiles(nameOfText: string, onFiles: (files: readonly File[]) => void): void {
  const take = useEffectEvent((event: Event, data: DataTransfer | null) => {
    const text = data?.getData('text/plain') ?? '';
    const files = looksLikeCertificate(text)
      ? [new File([text], nameOfText)]
      : [...(data?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => take(event, event.clipboardData);
    const onDrop = (event: DragEvent) => take(event, event.dataTransfer);
    document.addEventListener('paste', onPaste);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('drop', onDrop);
    };
  }, []);
}
