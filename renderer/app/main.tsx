// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has no value
import './base.css';
import { createHashHistory } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { createAppRouter } from './router.ts';
import { createQueryClient } from './queryClient.ts';
import { settingsQuery } from './settings.ts';

const settingsPatienceMilliseconds = 1000;

async function start(): Promise<void> {
  const queryClient = createQueryClient();
  // The first paint is in the person's theme; a host that does not answer can't hold it up.
  await Promise.race([
    queryClient.prefetchQuery(settingsQuery),
    new Promise((resolve) => setTimeout(resolve, settingsPatienceMilliseconds)),
  ]);
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <App router={createAppRouter(createHashHistory())} queryClient={queryClient} />
    </StrictMode>,
  );
}

void start();
