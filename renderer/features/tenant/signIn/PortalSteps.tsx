import { makeStyles, tokens } from '@fluentui/react-components';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { ExternalLink } from '../../../ui/ExternalLink.tsx';
import { externalHosts } from '../../../../shared/externalHosts.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RegistrationGuide } from '../../../../shared/contract/identity.ts';
import type { WordId } from '../../../../shared/words/en.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: '24px',
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
  },
});

/** Steps whose value is worth copying. */
const copied: ReadonlySet<string> = new Set(['name', 'redirect', 'graph', 'exchange']);

/** The registration by hand, step by step. */
export function PortalSteps({ guide }: { readonly guide: RegistrationGuide }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const isOpened = externalHosts.includes(new URL(guide.portal).host);
  return (
    <>
      {isOpened && (
        <p>
          <ExternalLink href={guide.portal}>{t('signInPage.guide.openPortal')}</ExternalLink>
        </p>
      )}
      <ol className={styles.list}>
        {guide.steps.map(({ step, values: [value = ''] }) => (
          <li key={step}>
            {/* Every step has its sentence; a test holds them to that. */}
            {t(`identity.guide.step.${step}` as WordId, { 0: value })}{' '}
            {copied.has(step) && <CopyButton text={value} of={value} size="small" />}
          </li>
        ))}
      </ol>
    </>
  );
}
