import { useCallback, useEffect, useState } from 'react';
import { useAnnounce } from './Announcer.tsx';
import { useWords } from './words.tsx';

const shownMilliseconds = 2500;

/** Copies to the clipboard and announces how it went; `copied` stays true for a moment. */
export function useCopy(): {
  readonly copied: boolean;
  readonly copy: (text: string) => Promise<void>;
} {
  const t = useWords();
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = useCallback(
    async (text: string) => {
      try {
        await navigator.clipboard.writeText(text);
        setCopied(true);
        announce(t('app.copied'));
      } catch {
        announce(t('app.copyFailed'));
      }
    },
    [announce, t],
  );
  return { copied, copy };
}
