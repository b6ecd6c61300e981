import { useEffect, useEffectEvent } from 'react';
import { companion } from './companion.ts';
import type { EventName, EventPayload } from '../../shared/contract/index.ts';

/** Listens while the component is shown; the listener always sees the newest render. */
export function useCompanionEvent<Name extends EventName>(
  event: Name,
  listener: (payload: EventPayload<Name>) => void,
): void {
  const newest = useEffectEvent(listener);
  useEffect(() => companion().on(event, (payload) => newest(payload)), [event]);
}
