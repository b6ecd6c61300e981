import { createContext, useCallback, useContext, useState } from 'react';
import { SpokenStatus } from './SpokenStatus.tsx';
import type { ReactNode } from 'react';

type Announce = (message: string) => void;

const AnnounceContext = createContext<Announce>(() => {});

/** Says something to a screen reader without moving the focus. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

/** Holds the page's one live region. */
export function Announcer({ children }: { readonly children: ReactNode }): ReactNode {
  const [spoken, setSpoken] = useState({ message: '', turn: 0 });
  const announce = useCallback((message: string) => {
    setSpoken(({ turn }) => ({ message, turn: turn + 1 }));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <SpokenStatus>
        {/* A new element for each message: the same words twice are spoken twice. */}
        <span key={spoken.turn}>{spoken.message}</span>
      </SpokenStatus>
    </AnnounceContext>
  );
}
