import { Button, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker';
import { CallFailed, ask } from '../../../app/call.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { LabDomains } from './LabDomains.tsx';
import { Page } from '../../../app/Page.tsx';
import { PagePending } from '../../../app/PagePending.tsx';
import { Section } from '../../../ui/Section.tsx';
import { labQuery } from './labQuery.ts';
import { useWords } from '../../../ui/words.tsx';
import type { PracticeLabView } from '../../../../shared/contract/demo.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    justifyItems: 'stretch',
  },
  start: { justifySelf: 'start' },
  text: { margin: `0 0 ${tokens.spacingVerticalM}`, maxWidth: '80ch' },
});

/** A small Internet to try checks on, and to see what each failure looks like. */
export function LabPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const client = useQueryClient();
  const { data, error } = useQuery(labQuery);
  const start = useMutation({
    mutationFn: () => ask('demo.start', {}),
    onSuccess: (state) => client.setQueryData(labQuery.queryKey, state),
  });
  const failed = error ?? start.error;
  return (
    <Page title={t('lab.title')} lead={t('lab.lead')}>
      <div className={styles.page}>
        {failed instanceof CallFailed && <ErrorMessage error={failed.error} />}
        {data === undefined && error === null && <PagePending />}
        {data?.lab === null && (
          <>
            <EmptyState title={t('lab.stopped.title')}>{t('lab.stopped.text')}</EmptyState>
            {start.isPending ? (
              <Spinner className={styles.start} label={t('lab.starting')} size="small" />
            ) : (
              <Button
                className={styles.start}
                appearance="primary"
                icon={<BeakerRegular />}
                onClick={() => start.mutate()}
              >
                {t('lab.start')}
              </Button>
            )}
          </>
        )}
        {data !== undefined && data.lab !== null && <RunningLab lab={data.lab} />}
      </div>
    </Page>
  );
}

function RunningLab({ lab }: { readonly lab: PracticeLabView }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const client = useQueryClient();
  const stop = useMutation({
    mutationFn: () => ask('demo.stop', {}),
    onSuccess: (state) => client.setQueryData(labQuery.queryKey, state),
  });
  return (
    <>
      <LabDomains lab={lab} />
      <Section title={t('lab.where')}>
        <p className={styles.text}>
          {t('lab.where.text', { resolver: lab.resolver, port: lab.smtpPort })}
        </p>
        <Button disabled={stop.isPending} onClick={() => stop.mutate()}>
          {t('lab.stop')}
        </Button>
      </Section>
    </>
  );
}
