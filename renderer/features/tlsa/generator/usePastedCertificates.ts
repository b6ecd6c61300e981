import { useEffect, useEffectEvent } from 'react';
import { looksLikeCertificate } from './certificateFile.ts';

/**
 * Takes certificates that are pasted anywhere on the page: files, or text that looks like one. Any
 * other text goes where the person pastes it.
 */
export function usePastedCertificates(
  nameOfText: string,
  onFiles: (files: readonly File[]) => void,
): void {
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const pasted = looksLikeCertificate(text) ? [new File([text], nameOfText)] : files;
    if (pasted.length === 0) return;
    event.preventDefault();
    onFiles(pasted);
  });
  useEffect(() => {
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}
