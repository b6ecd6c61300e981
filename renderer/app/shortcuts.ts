import { useEffect, useEffectEvent } from 'react';
import type { WordId } from '../../shared/words/en.ts';

export interface Shortcut {
  /** `Mod` is Ctrl, on a Mac Command. */
  readonly keys: readonly string[];
  readonly description: WordId;
  readonly where: 'everywhere' | 'generator' | 'dane';
}

/** Every shortcut of the app: what listens, and what the shortcuts page shows. */
export const shortcuts = {
  palette: { keys: ['Mod', 'K'], description: 'app.shortcut.palette', where: 'everywhere' },
  jobs: { keys: ['Mod', 'J'], description: 'app.shortcut.jobs', where: 'everywhere' },
  settings: { keys: ['Mod', ','], description: 'app.shortcut.settings', where: 'everywhere' },
  chooseFiles: { keys: ['Mod', 'O'], description: 'app.shortcut.chooseFiles', where: 'generator' },
  paste: { keys: ['Mod', 'V'], description: 'app.shortcut.paste', where: 'generator' },
  copyRecord: {
    keys: ['Mod', 'Enter'],
    description: 'app.shortcut.copyRecord',
    where: 'generator',
  },
  checkAgain: { keys: ['Mod', 'Enter'], description: 'app.shortcut.checkAgain', where: 'dane' },
} as const satisfies Readonly<Record<string, Shortcut>>;

export type ShortcutId = keyof typeof shortcuts;

export function isMac(): boolean {
  return /mac/i.test(navigator.userAgent);
}

/** Keys as this machine's keyboard names them. */
export function keyNames(keys: readonly string[]): readonly string[] {
  return keys.map((key) => (key === 'Mod' ? (isMac() ? '⌘' : 'Ctrl') : key));
}

/** Runs `action` when the shortcut is pressed anywhere on the page. */
export function useShortcut(id: ShortcutId, action: () => void): void {
  const newest = useEffectEvent(action);
  useEffect(() => {
    const key = shortcuts[id].keys[1].toLowerCase();
    const listener = (event: KeyboardEvent) => {
      const mod = isMac() ? event.metaKey : event.ctrlKey;
      if (!mod || event.shiftKey || event.altKey || event.key.toLowerCase() !== key) return;
      event.preventDefault();
      newest();
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [id]);
}
