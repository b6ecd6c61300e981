import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { DateTime } from '../../../ui/DateTime.tsx';
import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { ResolverFinding } from './ResolverFinding.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { explainValidation } from './explainValidation.ts';
import { useSpeaker } from '../picture/speak.ts';
import { stateOfStatus } from '../picture/story.ts';
import { useNow } from '../../../ui/now.ts';
import type { PublicResolver } from './ResolverFinding.tsx';
import type { Definition } from '../../../ui/DefinitionList.tsx';
import type { ReactNode } from 'react';
import type { ValidationView } from '../../../../shared/contract/dnssec.ts';
import type { Words } from '../../../ui/words.tsx';

const useStyles = makeStyles({
  status: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  text: { margin: `${tokens.spacingVerticalS} 0`, maxWidth: '72ch' },
  reason: { fontWeight: tokens.fontWeightSemibold },
  facts: { marginTop: tokens.spacingVerticalL },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalL,
  },
});

/** Days before the end of a signature in which it is worth a warning. */
const soonDays = 3;

/** What it came to, why, and what to do. */
export function VerdictSection({
  view,
  onCheckAgain,
  onAsk,
}: {
  readonly view: ValidationView;
  readonly onCheckAgain: () => void;
  readonly onAsk: (other: PublicResolver) => void;
}): ReactNode {
  const styles = useStyles();
  const { t, speak } = useSpeaker();
  const { validation } = view;
  const { meaning, reason, action, isOfRoot, mayBeResolver } = explainValidation(view);
  return (
    <Section title={t('dnssecPage.result')}>
      <div className={styles.status}>
        <VerdictIcon
          large
          verdict={stateOfStatus[validation.status]}
          word={t(`dnssec.status.${validation.status}`)}
        />
      </div>
      {reason !== null && <p className={`${styles.text} ${styles.reason}`}>{speak(reason)}</p>}
      <p className={styles.text}>{t(meaning)}</p>
      {isOfRoot && <p className={styles.text}>{t('dnssecPage.rootBroken')}</p>}
      {action !== null && !isOfRoot && (
        <p className={styles.text}>
          <b>{t('dnssecPage.what')}</b> {t(action)}
        </p>
      )}
      {mayBeResolver && view.place === 'internet' && view.server !== null && (
        <ResolverFinding resolver={view.server} checkedAt={view.checkedAt} onAsk={onAsk} />
      )}
      {mayBeResolver && view.place === 'internet' && (
        <p className={styles.text}>
          <TextLink to="/settings" inline>
            {t('dnssecPage.testResolver')}
          </TextLink>
        </p>
      )}
      <div className={styles.facts}>
        <DefinitionList items={useFacts(view, t)} />
      </div>
      <div className={styles.actions}>
        <Button appearance="primary" icon={<ArrowSyncRegular />} onClick={onCheckAgain}>
          {t('dnssecPage.checkAgain')}
        </Button>
        <CopyButton text={linkOf(view)} label={t('dnssecPage.link')} />
      </div>
    </Section>
  );
}

function useFacts(view: ValidationView, t: Words): Definition[] {
  const { validation, checkedAt, server, milliseconds, failure } = view;
  const { expires, rcode } = validation;
  const now = useNow();
  // Of a chain that is broken, nothing that ends matters.
  const isWhole = validation.status === 'secure' || validation.status === 'insecure';
  const isSoon =
    expires !== null && new Date(expires).getTime() - now.getTime() < soonDays * 86_400_000;
  const asked =
    failure === null
      ? t('dnssecPage.asked', { server: server ?? '', milliseconds })
      : t(`dns.failure.${failure}`, { server: server ?? '' });
  return [
    { term: t('dnssecPage.checkedAt'), description: <DateTime value={checkedAt} /> },
    {
      term: t('dnssecPage.askedAt'),
      description: server === null ? t('dnssecPage.askedNobody') : asked,
    },
    ...(rcode === null
      ? []
      : [{ term: t('dnssecPage.rcode'), description: <span translate="no">{rcode}</span> }]),
    ...(expires === null || !isWhole
      ? []
      : [
          {
            term: t('dnssecPage.expires'),
            description: (
              <>
                <DateTime value={expires} />
                {isSoon && (
                  <>
                    {' '}
                    <VerdictIcon verdict="warning" /> {t('dnssecPage.expiresSoon')}
                  </>
                )}
              </>
            ),
          },
        ]),
  ];
}

/** Opens this page wherever the app is installed; it starts nothing there. */
function linkOf({ validation: { name, type }, place }: ValidationView): string {
  const path = `exo-companion://dnssec/${encodeURIComponent(name)}/${encodeURIComponent(type)}`;
  return place === 'lab' ? `${path}?place=lab` : path;
}
