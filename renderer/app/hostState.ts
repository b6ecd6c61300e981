import { createStore } from '../ui/store.ts';

/** Whether the host answers calls. One host, one page: the only state of the whole module tree. */
export const hostState = createStore<'answering' | 'gone'>('answering');
