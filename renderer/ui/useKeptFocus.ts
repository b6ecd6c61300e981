import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * For a place whose controls are replaced by what they do: when the one that had the focus has gone,
 * the first of the new ones gets it, else the place itself (which needs `tabIndex={-1}`).
 */
export function useKeptFocus<Place extends HTMLElement>(state: string): RefObject<Place | null> {
  const place = useRef<Place>(null);
  const before = useRef(state);
  useEffect(() => {
    const isNew = before.current !== state;
    before.current = state;
    const { activeElement, body } = document;
    if (!isNew || (activeElement !== null && activeElement !== body)) return;
    (place.current?.querySelector('button') ?? place.current)?.focus();
  }, [state]);
  return place;
}
