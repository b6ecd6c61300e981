import { useEffect, useState } from 'react';

/** How far behind `useNow` may be. */
export const stepMilliseconds = 30_000;

/** The present, brought up to date as long as the component is shown. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), stepMilliseconds);
    return () => clearInterval(timer);
  }, []);
  return now;
}
