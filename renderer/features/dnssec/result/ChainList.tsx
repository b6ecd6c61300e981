/* oxlint-disable react/no-array-index-key -- made anew as a whole, never sorted or added to */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { inSteps } from './inSteps.ts';
import { useSpeaker, zoneName } from '../picture/speak.ts';
import { stateOfStatus } from '../picture/story.ts';
import type { Arrow, Box, Story, ZoneCard } from '../picture/story.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    margin: 0,
    paddingInlineStart: '28px',
    overflowWrap: 'anywhere',
  },
  inner: {
    gap: tokens.spacingVerticalXS,
    marginTop: tokens.spacingVerticalXS,
    paddingInlineStart: '20px',
  },
  arrow: { display: 'block', color: tokens.colorNeutralForeground2 },
  broken: { color: tokens.colorNeutralForeground1 },
});

/** The same as the picture, in words: things in order, each with what leads to it. */
export function ChainList({ story }: { readonly story: Story }): ReactNode {
  return (
    <ol className={useStyles().list}>
      {inSteps(story).map(({ arrow, thing }, index) => (
        <li key={String(index)}>
          {arrow !== null && <ArrowLine arrow={arrow} />}
          {thing !== null &&
            (thing.kind === 'zone' ? <Card card={thing} /> : <Thing box={thing} />)}
        </li>
      ))}
    </ol>
  );
}

function Card({ card: { zone, status, items, asides } }: { readonly card: ZoneCard }): ReactNode {
  const styles = useStyles();
  const { t, speak } = useSpeaker();
  return (
    <>
      <b>{t('dnssecPage.zone', { zone: zoneName(t, zone) })}</b>{' '}
      <VerdictIcon verdict={stateOfStatus[status]} word={t(`dnssec.status.${status}`)} />
      <ul className={mergeClasses(styles.list, styles.inner)}>
        {inSteps(items).map(({ arrow, thing }, index) => (
          <li key={String(index)}>
            {arrow !== null && <ArrowLine arrow={arrow} />}
            {thing !== null && <Thing box={thing} />}
          </li>
        ))}
        {asides.map(({ state, phrase }) => (
          <li key={phrase.id}>
            {state !== null && <VerdictIcon verdict={state} />} {speak(phrase)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Thing({ box: { state, title, notes, endsFirst } }: { readonly box: Box }): ReactNode {
  const { t, speak } = useSpeaker();
  const said = [...notes.map(speak), ...(endsFirst === true ? [t('dnssecPage.endsFirst')] : [])];
  return (
    <>
      {state !== 'good' && (
        <>
          <VerdictIcon verdict={state} />{' '}
        </>
      )}
      {speak(title)}
      {said.length > 0 && ` – ${said.join('; ')}`}
    </>
  );
}

function ArrowLine({
  arrow: { state, isBreak, phrase, note, endsFirst },
}: {
  readonly arrow: Arrow;
}): ReactNode {
  const styles = useStyles();
  const { t, speak } = useSpeaker();
  const said = [
    speak(phrase),
    ...(note === null ? [] : [speak(note)]),
    ...(endsFirst ? [t('dnssecPage.endsFirst')] : []),
  ];
  return (
    <span className={mergeClasses(styles.arrow, state !== 'good' && styles.broken)}>
      <span aria-hidden>↓ </span>
      {state !== 'good' && (
        <>
          <VerdictIcon
            verdict={state}
            word={t(isBreak ? 'dnssecPage.broken' : `app.verdict.${state}`)}
          />{' '}
        </>
      )}
      {said.join(' · ')}
    </span>
  );
}
