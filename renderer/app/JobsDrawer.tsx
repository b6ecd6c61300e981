import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { DateTime } from '../ui/DateTime.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { JobProgressBar } from '../ui/JobProgressBar.tsx';
import { call } from './call.ts';
import { useJobs } from './jobs.ts';
import { useWords } from '../ui/words.tsx';
import type { ReactNode } from 'react';
import type { WordId } from '../../shared/words/en.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  started: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** What runs now, with its progress; anything can be cancelled. */
export default function JobsDrawer({ onClose }: { readonly onClose: () => void }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const jobs = useJobs();
  return (
    <OverlayDrawer open position="end" onOpenChange={onClose} aria-labelledby="jobs-title">
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ id: 'jobs-title' }}
          action={
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={t('app.close')}
              onClick={onClose}
            />
          }
        >
          {t('app.jobs.title')}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        {jobs.length === 0 && (
          <EmptyState title={t('app.jobs.none.title')}>{t('app.jobs.none.text')}</EmptyState>
        )}
        <ul className={styles.list}>
          {jobs.map((job) => (
            <li key={job.jobId}>
              <JobProgressBar
                // Every job channel has a name in the catalogue; a test holds it to that.
                label={t(`app.job.${job.channel}` as WordId)}
                progress={job.progress}
                onCancel={() => void call('jobs.cancel', { jobId: job.jobId })}
              />
              <span className={styles.started}>
                <DateTime value={job.startedAt} />
              </span>
            </li>
          ))}
        </ul>
      </DrawerBody>
    </OverlayDrawer>
  );
}
