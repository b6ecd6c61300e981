import { queryOptions, useQuery } from '@tanstack/react-query';
import { ask } from '../../../app/call.ts';
import { useSettings } from '../../../app/settings.ts';
import { useWords } from '../../../ui/words.tsx';
import type { Choice } from '../../../ui/SelectField.tsx';
import type { ChainDraft } from '../desk.ts';

export const resolversQuery = queryOptions({
  queryKey: ['dns.resolvers'],
  queryFn: () => ask('dns.resolvers', {}),
});

export interface ResolverChoices {
  readonly choices: readonly Choice[];
  /** What to ask; empty: the resolvers of the settings. */
  readonly resolversOf: (draft: ChainDraft) => readonly string[];
}

/** The first is named, the others are counted. */
function several(texts: readonly string[]): { readonly first: string; readonly more: number } {
  return { first: texts[0] ?? '', more: Math.max(0, texts.length - 1) };
}

/** Whom one can ask: as in the settings, the system's, a public one, or one that is typed. */
export function useResolverChoices(): ResolverChoices {
  const t = useWords();
  const { resolvers: configured = [] } = useSettings();
  const { data } = useQuery(resolversQuery);
  const system = data?.system ?? [];
  const known = data?.public ?? [];
  const ofSystem =
    system.length > 0
      ? t('dnssecPage.resolver.system', several(system))
      : t('dnssecPage.resolver.none');
  const choices: Choice[] = [
    {
      value: 'settings',
      text:
        configured.length > 0 ? t('dnssecPage.resolver.settings', several(configured)) : ofSystem,
    },
    ...(configured.length > 0 && system.length > 0 ? [{ value: 'system', text: ofSystem }] : []),
    ...known.map(({ id, operator }) => ({
      value: id,
      text: t('dnssecPage.resolver.public', { operator }),
    })),
    { value: 'other', text: t('dnssecPage.resolver.other') },
  ];
  return {
    choices,
    resolversOf({ resolver, otherResolver }) {
      if (resolver === 'settings') return [];
      if (resolver === 'system') return system;
      if (resolver === 'other') return [otherResolver.trim()];
      const chosen = known.find(({ id }) => id === resolver);
      return chosen === undefined ? [] : [chosen.text];
    },
  };
}
