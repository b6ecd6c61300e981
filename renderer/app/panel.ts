import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useFocusFinders } from '@fluentui/react-components';

/** What lies over the page, one at a time. */
export type Panel = 'palette' | 'jobs' | null;

interface PanelState {
  readonly panel: Panel;
  readonly setPanel: (panel: Panel) => void;
}

export const PanelContext = createContext<PanelState>({ panel: null, setPanel: () => {} });

export function usePanel(): PanelState {
  return useContext(PanelContext);
}

/** For the frame: the panel that is open. When it closes, the focus goes back to where it was. */
export function usePanelState(): PanelState {
  useHiddenPageShownAgain();
  const [panel, setPanel] = useState<Panel>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    const lost = document.activeElement === document.body;
    if (panel === null && lost && opener.current instanceof HTMLElement) opener.current.focus();
  }, [panel]);
  return useMemo(
    () => ({
      panel,
      setPanel(next) {
        if (panel === null) opener.current = document.activeElement;
        setPanel(next);
      },
    }),
    [panel],
  );
}

/**
 * A dialog hides the page behind it from screen readers. What hides it (tabster) ends with the last
 * component that uses it, and then shows nothing again: so one has to stay as long as the page.
 */
function useHiddenPageShownAgain(): void {
  useFocusFinders();
}
