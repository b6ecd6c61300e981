import { Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { NamedResolvers } from './NamedResolvers.tsx';
import { ResolverTest } from './ResolverTest.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ask } from '../../../app/call.ts';
import { useResolverList } from './resolverList.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  content: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
  },
  text: { margin: 0, maxWidth: '72ch' },
  system: { overflowWrap: 'anywhere' },
});

/** Whom to ask, and whether they can be asked for DNSSEC. */
export function ResolverSection(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { data } = useQuery({
    queryKey: ['dns.resolvers'],
    queryFn: () => ask('dns.resolvers', {}),
  });
  const system = data?.system ?? [];
  const list = useResolverList();
  const { resolvers } = list;
  // Named ones that are switched off come back as they were.
  const [before, setBefore] = useState<readonly string[]>([]);
  const [wantsNamed, setWantsNamed] = useState(false);
  const isNamed = resolvers.length > 0 || wantsNamed;
  const choose = (named: boolean) => {
    setWantsNamed(named);
    if (!named) setBefore(resolvers);
    void list.replace(named ? before : []);
  };
  return (
    <Section title={t('networkSettings.resolvers')}>
      <div className={styles.content}>
        <p className={styles.text}>{t('networkSettings.resolvers.text')}</p>
        <Field label={t('networkSettings.resolvers.which')}>
          <RadioGroup
            value={isNamed ? 'named' : 'system'}
            onChange={(_, { value }) => choose(value === 'named')}
          >
            <Radio
              value="system"
              label={
                <>
                  {t('networkSettings.resolvers.system', { count: system.length })}
                  {system.length > 0 && (
                    <span translate="no" className={styles.system}>
                      {' '}
                      ({system.join(', ')})
                    </span>
                  )}
                </>
              }
            />
            <Radio value="named" label={t('networkSettings.resolvers.named')} />
          </RadioGroup>
        </Field>
        {isNamed && <NamedResolvers list={list} offered={data?.public ?? []} />}
        <ResolverTest
          key={resolvers.join(' ')}
          resolvers={resolvers.length > 0 ? resolvers : system}
          offersPublic={!isNamed}
          onOffer={() => setWantsNamed(true)}
        />
      </div>
    </Section>
  );
}
