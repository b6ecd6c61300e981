import { createStore } from '../ui/store.ts';

/**
 * Whether the host answers calls; `session-lost`: it answers, but not to this page any more. One
 * host, one page: the only state of the whole module tree.
 */
export const hostState = createStore<'answering' | 'gone' | 'session-lost'>('answering');
