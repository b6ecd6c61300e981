import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from './call.ts';
import { useCompanionEvent } from './useCompanionEvent.ts';
import type { Settings } from '../../shared/contract/app.ts';

/** Until the host has answered, and where it can't. */
const defaults: Settings = { theme: 'system', locale: 'en' };

export const settingsQuery = queryOptions({
  queryKey: ['settings.get'],
  queryFn: () => ask('settings.get', {}),
  staleTime: Infinity,
});

export function useSettings(): Settings {
  const { data } = useQuery(settingsQuery);
  return data ?? defaults;
}

/** Takes over what another window, or the shell's menu, has changed. */
export function useSettingsSync(): void {
  const client = useQueryClient();
  useCompanionEvent('settings.changed', (settings) => {
    client.setQueryData(settingsQuery.queryKey, settings);
  });
}

export function useChangeSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Partial<Settings>) => ask('settings.set', change),
    onSuccess: (settings) => client.setQueryData(settingsQuery.queryKey, settings),
  });
}
