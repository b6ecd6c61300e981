import { createContext } from 'react';

/**
 * Whether the person has changed pages since the app was opened. The first page leaves the focus
 * where the browser put it; every later one takes it to its heading.
 */
export const NavigatedContext = createContext<{ readonly current: boolean }>({ current: false });
