import { createContext, useContext } from 'react';

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
