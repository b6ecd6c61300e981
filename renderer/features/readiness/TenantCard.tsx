import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker';
import { DateTime } from '../../ui/DateTime.tsx';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useNow } from '../../ui/now.ts';
import { useWords } from '../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RunView } from '../../../shared/contract/readiness.ts';
import type { TenantView } from '../../../shared/contract/tenant.ts';
import type { WordId } from '../../../shared/words/en.ts';

const dayMilliseconds = 86_400_000;
/** Settings change by the week; what is older is said to be. */
const staleDays = 7;
/** What clocks may differ by. */
const futureMilliseconds = 5 * 60_000;

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
});

/** Whose results these are, of when, and whether they can still be relied on. */
export function TenantCard({
  tenant,
  run,
}: {
  readonly tenant: TenantView;
  readonly run: RunView | null;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const takenAt = run?.takenAt ?? tenant.newest?.takenAt ?? null;
  return (
    <div className={styles.root}>
      {tenant.demo && (
        <MessageBar icon={<BeakerRegular />} intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t('readinessPage.demo')}</MessageBarTitle>{' '}
            {t('readinessPage.demo.text')}
          </MessageBarBody>
        </MessageBar>
      )}
      <DefinitionList
        items={[
          {
            term: t('readinessPage.tenant'),
            description: <bdi translate="no">{tenant.name}</bdi>,
          },
          {
            term: t('readinessPage.snapshot'),
            description:
              takenAt === null ? t('readinessPage.snapshot.none') : <DateTime value={takenAt} />,
          },
          ...(run === null
            ? []
            : [
                {
                  term: t('readinessPage.judged'),
                  description: <DateTime value={run.evaluatedAt} />,
                },
              ]),
        ]}
      />
      {takenAt !== null && <Doubts tenant={tenant} run={run} takenAt={takenAt} />}
    </div>
  );
}

/** Reasons not to rely on what is shown. */
function Doubts({
  tenant,
  run,
  takenAt,
}: {
  readonly tenant: TenantView;
  readonly run: RunView | null;
  readonly takenAt: string;
}): ReactNode {
  const t = useWords();
  const age = useNow().getTime() - Date.parse(takenAt);
  const days = Math.floor(age / dayMilliseconds);
  const newest = tenant.newest;
  const snapshot = run?.snapshot ?? newest;
  const doubts: readonly (WordId | null)[] = [
    age < -futureMilliseconds ? 'readinessPage.snapshot.future' : null,
    days >= staleDays ? 'readinessPage.snapshot.stale' : null,
    snapshot?.finished === false ? 'readinessPage.snapshot.unfinished' : null,
    run !== null && newest !== null && newest.id !== run.snapshot?.id
      ? 'readinessPage.snapshot.unjudged'
      : null,
  ];
  const shown = doubts.filter((doubt) => doubt !== null);
  if (shown.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {shown.map((doubt) => (
          <p key={doubt}>{t(doubt, { days })}</p>
        ))}
      </MessageBarBody>
      <MessageBarActions>
        <LinkButton to="/tenant/read">{t('readinessPage.read')}</LinkButton>
      </MessageBarActions>
    </MessageBar>
  );
}
