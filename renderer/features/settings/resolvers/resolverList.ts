import { useMutation } from '@tanstack/react-query';
import { ask } from '../../../app/call.ts';
import { useSettings } from '../../../app/settings.ts';

/** As many as the contract takes. */
export const resolversMax = 8;

/** The resolvers of the settings, and ways to change them; each change is kept at once. */
export function useResolverList() {
  const { resolvers = [] } = useSettings();
  const { mutateAsync, error, reset, isPending } = useMutation({
    mutationFn: (texts: readonly string[]) => ask('dns.setResolvers', { resolvers: [...texts] }),
  });
  return {
    resolvers,
    error,
    isPending,
    forgetError: reset,
    /** Resolves with whether they were taken. */
    replace: (texts: readonly string[]): Promise<boolean> =>
      mutateAsync(texts).then(
        () => true,
        () => false,
      ),
  };
}

/** With one of them earlier by a place. */
export function moveUp(texts: readonly string[], index: number): string[] {
  const moved = [...texts];
  const [text] = moved.splice(index, 1);
  if (text !== undefined) moved.splice(Math.max(0, index - 1), 0, text);
  return moved;
}
