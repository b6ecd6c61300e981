import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { DaneCheck } from '../../../../shared/dane/check.ts';
import type { ReactNode } from 'react';

const secondsPerDay = 86_400;

/** MTA-STS and TLS reports, which senders look at as well. */
export function BesideDane({ check }: { readonly check: DaneCheck }): ReactNode {
  const t = useWords();
  const { mtaSts, tlsReporting } = check;
  if (mtaSts.state === 'not-asked' && tlsReporting.state === 'not-asked') return null;
  return (
    <Section title={t('daneCheck.beside')}>
      <DefinitionList
        items={[
          { term: t('daneCheck.mtaSts'), description: <MtaSts check={check} /> },
          {
            term: t('daneCheck.tlsReporting'),
            description: t(`daneCheck.tlsReporting.${tlsReporting.state}`, {
              addresses: tlsReporting.addresses.join(', '),
            }),
          },
        ]}
      />
    </Section>
  );
}

function MtaSts({ check: { mtaSts } }: { readonly check: DaneCheck }): ReactNode {
  const t = useWords();
  const { state, mode, maxAge, mx } = mtaSts;
  const days = Math.floor((maxAge ?? 0) / secondsPerDay);
  return (
    <>
      {t(`daneCheck.mtaSts.${state}`, { mode: mode ?? '–', days })}
      {mx.length > 0 && (
        <>
          <br />
          {t('daneCheck.mtaSts.hosts', { hosts: mx.join(', ') })}
        </>
      )}
      {state === 'found' && (
        <>
          <br />
          {t('daneCheck.mtaSts.rule')}
        </>
      )}
    </>
  );
}
