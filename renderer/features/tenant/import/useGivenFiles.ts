import { useEffect, useEffectEvent } from 'react';

/** Takes files that are pasted or dropped anywhere on the page, and output pasted beside its fields. */
export function useGivenFiles(onFiles: (files: readonly File[]) => void): void {
  const take = useEffectEvent((event: Event, files: readonly File[]) => {
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) =>
      take(event, filesOf(event.clipboardData) ?? textOf(event));
    const onDrop = (event: DragEvent) => take(event, filesOf(event.dataTransfer) ?? []);
    document.addEventListener('paste', onPaste);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('drop', onDrop);
    };
  }, []);
}

function filesOf(data: DataTransfer | null): readonly File[] | null {
  return data === null || data.files.length === 0 ? null : [...data.files];
}

/** What a command printed, as a file; not what belongs into a field, nor a stray word. */
function textOf({ target, clipboardData }: ClipboardEvent): readonly File[] {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return [];
  const text = clipboardData?.getData('text/plain') ?? '';
  if (/^\s*[[{]/.test(text)) return [new File([text], 'pasted.json')];
  return text.trim().includes('\n') ? [new File([text], 'pasted.csv')] : [];
}
