import { Button, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useMemo, useRef, useState } from 'react';
import { ChainList } from './ChainList.tsx';
import { ChainPicture } from '../picture/ChainPicture.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { LinkDetails, ZoneDetails } from './Details.tsx';
import { chainFileName } from './chainFileName.ts';
import { explainValidation } from './explainValidation.ts';
import { layoutChain, linkSubject, zoneSubject } from '../picture/layout.ts';
import { saveText } from '../../../ui/saveText.ts';
import { useSpeaker } from '../picture/speak.ts';
import { svgFile } from '../picture/svgFile.ts';
import { tellChain } from '../picture/tellChain.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useIntl } from 'react-intl';
import { useWidth } from './useWidth.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { Story } from '../picture/story.ts';
import type { ValidationView } from '../../../../shared/contract/dnssec.ts';
import type { Words } from '../../../ui/words.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
  },
  about: { margin: `0 0 ${tokens.spacingVerticalM}`, maxWidth: '80ch' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
    '@media (min-width: 1200px)': { gridTemplateColumns: 'minmax(0, 560px) minmax(0, 1fr)' },
  },
  details: { '@media (min-width: 1200px)': { position: 'sticky', top: tokens.spacingVerticalL } },
});

/** Of the saved file, whatever the window's. */
const fileWidth = 640;

/** The chain as a picture and as a list; both say the same. */
export function ChainSection({ view }: { readonly view: ValidationView }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const [shown, setShown] = useState<'picture' | 'list'>('picture');
  const story = useMemo(() => tellChain(view), [view]);
  const save = useSavePicture(view, story);
  const { omittedZones } = view.evidence;
  if (story.length === 0) {
    return (
      <Section title={t('dnssecPage.chain')}>
        <EmptyState title={t('dnssecPage.chain.none.title')}>
          {t('dnssecPage.chain.none.text')}
        </EmptyState>
      </Section>
    );
  }
  return (
    <Section title={t('dnssecPage.chain')}>
      <div className={styles.bar}>
        <TabList
          aria-label={t('dnssecPage.view')}
          selectedValue={shown}
          onTabSelect={(_, { value }) => setShown(value as typeof shown)}
        >
          <Tab value="picture">{t('dnssecPage.view.picture')}</Tab>
          <Tab value="list">{t('dnssecPage.view.list')}</Tab>
        </TabList>
        <Button icon={<ArrowDownloadRegular />} onClick={save}>
          {t('dnssecPage.save.svg')}
        </Button>
      </div>
      {shown === 'picture' ? (
        <PictureAndDetails view={view} story={story} />
      ) : (
        <ChainList story={story} />
      )}
      {omittedZones > 0 && <p>{t('dnssecPage.omittedZones', { count: omittedZones })}</p>}
    </Section>
  );
}

function PictureAndDetails({
  view,
  story,
}: {
  readonly view: ValidationView;
  readonly story: Story;
}): ReactNode {
  const styles = useStyles();
  const speaker = useSpeaker();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, 560);
  const drawing = useMemo(() => layoutChain(story, speaker, width), [story, speaker, width]);
  const [chosen, setChosen] = useState(() => firstOfInterest(view));
  return (
    <>
      <p className={styles.about}>{speaker.t('dnssecPage.picture.about')}</p>
      <div className={styles.columns}>
        <div ref={place}>
          <ChainPicture
            drawing={drawing}
            title={titleOf(view, speaker.t)}
            chosen={chosen}
            onChoose={setChosen}
          />
        </div>
        <div className={styles.details} aria-live="polite">
          <Chosen view={view} subject={chosen} />
        </div>
      </div>
    </>
  );
}

function Chosen({
  view: { evidence, validation },
  subject,
}: {
  readonly view: ValidationView;
  readonly subject: string;
}): ReactNode {
  const zone = evidence.zones.find((each) => zoneSubject(each.zone) === subject);
  if (zone !== undefined) return <ZoneDetails evidence={zone} />;
  const link = evidence.links.find((_, index) => linkSubject(index) === subject);
  return link === undefined ? null : <LinkDetails evidence={link} type={validation.type} />;
}

/** The zone where something is wrong; else the answer. */
function firstOfInterest({ evidence: { zones, links } }: ValidationView): string {
  const broken = zones.find(({ status }) => status !== 'secure');
  return broken === undefined ? linkSubject(links.length - 1) : zoneSubject(broken.zone);
}

function titleOf({ validation: { name, type, status } }: ValidationView, t: Words): string {
  return t('dnssecPage.picture.title', { name, type, status: t(`dnssec.status.${status}`) });
}

function useSavePicture(view: ValidationView, story: Story): () => void {
  const speaker = useSpeaker();
  const announce = useAnnounce();
  const { formatDate } = useIntl();
  return () => {
    const { t, speak } = speaker;
    const { reason, meaning } = explainValidation(view);
    const when = formatDate(view.checkedAt, { dateStyle: 'medium', timeStyle: 'long' });
    const lines = [
      titleOf(view, t),
      [...(reason === null ? [] : [speak(reason)]), t(meaning)].join(' '),
      `${t('app.name')} · ${when}${view.server === null ? '' : ` · ${view.server}`}`,
    ];
    const name = chainFileName(view.validation, 'svg');
    saveText(name, svgFile(layoutChain(story, speaker, fileWidth), lines), 'image/svg+xml');
    announce(t('app.saved', { name }));
  };
}
