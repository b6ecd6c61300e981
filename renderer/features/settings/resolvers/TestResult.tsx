import { makeStyles, tokens } from '@fluentui/react-components';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { ResolverSelfTest, SelfTestCheck } from '../../../../shared/contract/dns.ts';
import type { Verdict } from '../../../ui/VerdictIcon.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  name: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  verdict: { whiteSpace: 'normal' },
  text: { margin: 0, maxWidth: '72ch' },
  checks: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

function verdictOf({ passed, check }: SelfTestCheck): Verdict {
  if (passed === null) return 'unknown';
  if (passed) return 'good';
  return check === 'honest' ? 'warning' : 'bad';
}

/** What one resolver can do, in a word, a sentence, and check by check. */
export function TestResult({
  result: { resolver, verdict, usable, udpSize, checks },
}: {
  readonly result: ResolverSelfTest;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <div className={styles.root}>
      <span className={styles.name} translate="no">
        {resolver}
      </span>
      <p className={styles.text}>
        <VerdictIcon verdict={usable ? 'good' : 'bad'} />{' '}
        {t('dns.self-test.usable', { usable: usable ? 'yes' : 'no' })}{' '}
        {t(`dns.self-test.verdict.${verdict}`)}
      </p>
      <Disclosure label={t('networkSettings.test.checks')} of={resolver}>
        <ul className={styles.checks}>
          {checks.map((check) => (
            <li key={check.check}>
              <VerdictIcon
                verdict={verdictOf(check)}
                {...(check.passed === null && { word: t('networkSettings.test.untested') })}
              />{' '}
              {t(`dns.self-test.check.${check.check}`)}
              {check.detail !== null && ` – ${t(`dns.self-test.detail.${check.detail}`)}`}
            </li>
          ))}
          <li>
            {udpSize === null
              ? t('networkSettings.test.noEdns')
              : t('networkSettings.test.udpSize', { octets: udpSize })}
          </li>
        </ul>
      </Disclosure>
    </div>
  );
}
