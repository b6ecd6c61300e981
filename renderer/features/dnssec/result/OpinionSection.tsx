/* oxlint-disable react/no-array-index-key -- made anew as a whole, never sorted or added to */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Section } from '../../../ui/Section.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { isDifference, resolverOpinion } from '../../../../shared/dnssec/resolverOpinion.ts';
import { useWords } from '../../../ui/words.tsx';
import type { DnssecValidation } from '../../../../shared/dnssec/validation.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  text: { margin: `0 0 ${tokens.spacingVerticalS}`, maxWidth: '72ch' },
  list: { margin: 0, paddingInlineStart: '20px', overflowWrap: 'anywhere' },
});

/** More than a few are noise, whoever sends them. */
const extendedErrorsShown = 8;
const textShown = 400;

/** The resolver's own view, asked without CD, beside ours. */
export function OpinionSection({
  validation,
}: {
  readonly validation: DnssecValidation;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { ad, rcode, ede } = validation.resolver;
  const opinion = resolverOpinion(validation);
  const sentence = t(`dnssec.opinion.${opinion}`);
  return (
    <Section title={t('dnssecPage.opinion')}>
      <p className={styles.text}>
        {t('dnssecPage.opinion.ad', { ad: String(ad), rcode: rcode ?? '' })}
      </p>
      {opinion !== 'unknown' && (
        <p className={styles.text}>
          {isDifference(opinion) && (
            <>
              <VerdictIcon
                verdict={opinion === 'vouches-for-bogus' ? 'bad' : 'warning'}
                word={t('dnssecPage.opinion.differs')}
              />{' '}
            </>
          )}
          {sentence}
        </p>
      )}
      {ede.length > 0 && (
        <>
          <p className={styles.text}>{t('dnssecPage.opinion.extended')}</p>
          <ul className={styles.list} translate="no">
            {ede.slice(0, extendedErrorsShown).map(({ code, name, text }, index) => (
              <li key={String(index)}>
                {name} ({code}){text !== '' && `: ${text.slice(0, textShown)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
