import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Section } from '../../../ui/Section.tsx';
import { SpokenStatus } from '../../../ui/SpokenStatus.tsx';
import { StepList } from '../result/StepList.tsx';
import { createDesk } from './desk.ts';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { CheckSession } from './desk.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ stop: { marginTop: tokens.spacingVerticalL } });

/** A check under way: its steps as they are taken. */
export function RunningCheck({ session }: { readonly session: CheckSession }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const desk = useFeatureStore(createDesk);
  const { target, options, steps } = session;
  const title = t('daneCheck.running', { target });
  return (
    <Section title={title}>
      <SpokenStatus>{title}</SpokenStatus>
      <StepList trace={steps} check={null} service={options.service} />
      <Button className={styles.stop} onClick={() => desk.stop(target, options.place)}>
        {t('daneCheck.stop')}
      </Button>
    </Section>
  );
}
