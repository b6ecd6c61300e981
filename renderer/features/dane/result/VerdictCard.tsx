import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChangesLine } from './ChangesLine.tsx';
import { DateTime } from '../../../ui/DateTime.tsx';
import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { exchangeOutlook, temporaryCode } from '../../../../shared/dane/exchangeOutlook.ts';
import { useWords } from '../../../ui/words.tsx';
import { verdictIcons } from '../VerdictLabel.tsx';
import type { DaneCheck } from '../../../../shared/dane/check.ts';
import type { KeptCheck } from '../../../../shared/contract/dane.ts';
import type { ReactNode } from 'react';
import type { Words } from '../../../ui/words.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: '6px',
    borderRadius: tokens.borderRadiusLarge,
  },
  good: { borderInlineStartColor: tokens.colorStatusSuccessBorderActive },
  warning: { borderInlineStartColor: tokens.colorStatusWarningBorderActive },
  bad: { borderInlineStartColor: tokens.colorStatusDangerBorderActive },
  wait: { borderInlineStartColor: tokens.colorStatusWarningBorderActive },
  note: { borderInlineStartColor: tokens.colorBrandStroke1 },
  unknown: { borderInlineStartColor: tokens.colorNeutralStrokeAccessible },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `2px ${tokens.spacingHorizontalM}`,
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase600,
  },
  domain: { overflowWrap: 'anywhere', fontWeight: tokens.fontWeightRegular },
  text: { margin: 0, maxWidth: '76ch', fontSize: tokens.fontSizeBase400, lineHeight: '24px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The verdict in words: what it means, and what Exchange Online does. */
export function VerdictCard({
  kept,
  actions,
}: {
  readonly kept: KeptCheck;
  /** `null`: it is one of many in a history. */
  readonly actions: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { check, service } = kept;
  const icon = verdictIcons[check.verdict];
  return (
    <section aria-labelledby="verdict" className={mergeClasses(styles.root, styles[icon])}>
      <h2 id="verdict" className={styles.title}>
        <VerdictIcon verdict={icon} word={t(`dane.verdict.${check.verdict}`)} large />
        <span className={styles.domain} translate="no">
          {check.domain}
        </span>
      </h2>
      <p className={styles.text}>{meaning(t, kept)}</p>
      <DefinitionList
        items={[
          ...(service === 'smtp'
            ? [
                { term: t('daneCheck.exchange'), description: exchangeText(t, check) },
                {
                  term: t('daneCheck.protected'),
                  description: t(`daneCheck.protected.${check.protectedByDane ?? 'unknown'}`),
                },
              ]
            : []),
          { term: t('daneCheck.checkedAt'), description: <DateTime value={check.checkedAt} /> },
          ...(actions === null
            ? []
            : [{ term: t('daneCheck.before'), description: <ChangesLine kept={kept} /> }]),
        ]}
      />
      {actions !== null && <div className={styles.actions}>{actions}</div>}
    </section>
  );
}

function meaning(t: Words, { service, check: { verdict } }: KeptCheck): string {
  if (service === 'smtp' || verdict === 'no-mail') return t(`daneCheck.meaning.${verdict}`);
  switch (verdict) {
    case 'pass':
    case 'pass-with-warnings':
    case 'host-only':
      return t('daneCheck.meaning.server.pass');
    case 'fail':
      return t('daneCheck.meaning.server.fail');
    case 'no-dane':
      return t('daneCheck.meaning.server.no-dane');
    case 'defer':
    case 'unreachable':
    case 'tls-only':
      return t(`daneCheck.meaning.${verdict}`);
    default:
      return verdict satisfies never;
  }
}

function exchangeText(t: Words, check: DaneCheck): string {
  const { outcome, code } = exchangeOutlook(check);
  if (code === null) {
    return outcome === 'delivers-elsewhere'
      ? t('daneCheck.exchange.delivers-elsewhere.uncoded')
      : t(`daneCheck.exchange.${outcome}`, { code: '', temporary: '' });
  }
  return t(`daneCheck.exchange.${outcome}`, { code, temporary: temporaryCode(code) });
}
