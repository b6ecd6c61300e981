import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CallFailed, ask } from '../../../app/call.ts';
import { DateTime } from '../../../ui/DateTime.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { PagePending } from '../../../app/PagePending.tsx';
import { Subject } from '../Subject.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { ruleSearch } from '../ruleSearch.ts';
import { tenantKey } from '../../../app/tenants.ts';
import { titleOfRule } from '../../../../shared/readiness/describe.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useWords } from '../../../ui/words.tsx';
import { waiversQuery } from '../queries.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
    overflowWrap: 'anywhere',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
});

/** What somebody decided to live with, and until when. */
export function Waivers({ tenant }: { readonly tenant: string }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  const { data, error } = useQuery(waiversQuery(tenant));
  const end = useMutation({
    mutationFn: (id: number) => ask('readiness.unwaive', { tenant, id }),
    async onSuccess() {
      announce(t('waive.removed'));
      await client.invalidateQueries({ queryKey: tenantKey });
    },
  });
  const failed = error ?? end.error;
  if (failed instanceof CallFailed) return <ErrorMessage error={failed.error} />;
  if (data === undefined) return <PagePending />;
  if (data.length === 0) return t('runs.waivers.none');
  return (
    <ul className={styles.list}>
      {data.map(({ id, rule, subject, reason, owner, until, expired }) => (
        <li key={id} className={styles.item}>
          <span>
            <TextLink to="/readiness/$rule" params={{ rule }} search={ruleSearch(subject, null)}>
              {titleOfRule(rule, t)}
            </TextLink>
            {' · '}
            {subject === null ? t('waive.subject.all') : <Subject subject={subject} />}
          </span>
          <span translate="no">{reason}</span>
          <span>
            {t('runs.waivers.owner', { owner })} · {t('runs.waivers.until')}{' '}
            <DateTime value={until} />
            {expired && (
              <>
                {' · '}
                <strong>{t('runs.waivers.expired')}</strong>
              </>
            )}
          </span>
          <Button size="small" disabledFocusable={end.isPending} onClick={() => end.mutate(id)}>
            {t('waive.remove')}
            <VisuallyHidden>
              {' '}
              {titleOfRule(rule, t)} {subject}
            </VisuallyHidden>
          </Button>
        </li>
      ))}
    </ul>
  );
}
