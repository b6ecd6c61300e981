import { Button, Field, Input, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useId } from 'react';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Section } from '../../../ui/Section.tsx';
import {
  formatRecords,
  recordFormatFiles,
  recordFormats,
} from '../../../../shared/tlsa/formats/formatRecords.ts';
import { saveText } from '../../../ui/saveText.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { Draft, Place } from './draft.ts';
import type { KnownTlsaRecord } from '../../../../shared/tlsa/record.ts';
import type { ReactNode } from 'react';
import type { RecordFormat } from '../../../../shared/tlsa/formats/formatRecords.ts';

const useStyles = makeStyles({
  tabs: { flexWrap: 'wrap', marginBottom: tokens.spacingVerticalS },
  help: { margin: `0 0 ${tokens.spacingVerticalS}`, maxWidth: '80ch' },
  group: { maxWidth: '360px', marginBottom: tokens.spacingVerticalM },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalM,
  },
});

/** The record in the form that each DNS console or tool wants. */
export function TakeAway({
  draft,
  place,
  record,
  onChange,
}: {
  readonly draft: Draft;
  readonly place: Place;
  readonly record: KnownTlsaRecord;
  readonly onChange: (change: Partial<Draft>) => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const announce = useAnnounce();
  const id = useId();
  const { format } = draft;
  const text = formatRecords(format, [{ owner: place.owner, ttl: place.ttl, record }], {
    zone: place.zone,
    resourceGroup: draft.resourceGroup.trim() === '' ? null : draft.resourceGroup.trim(),
  });
  const save = () => {
    const { extension, mediaType } = recordFormatFiles[format];
    const name = `tlsa-${place.host.ascii}.${extension}`;
    saveText(name, `${text}\n`, mediaType);
    announce(t('app.saved', { name }));
  };
  return (
    <Section title={t('generator.takeAway')}>
      <TabList
        className={styles.tabs}
        selectedValue={format}
        onTabSelect={(_, { value }) => onChange({ format: value as RecordFormat })}
      >
        {recordFormats.map((each) => (
          <Tab key={each} id={`${id}-${each}`} value={each} aria-controls={`${id}-panel`}>
            {t(`tlsa.format.${each}`)}
          </Tab>
        ))}
      </TabList>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${format}`}>
        <p className={styles.help}>{t(`tlsa.format.${format}.help`)}</p>
        {format === 'azure' && (
          <Field className={styles.group} label={t('generator.resourceGroup')}>
            <Input
              value={draft.resourceGroup}
              spellCheck={false}
              onChange={(_, { value }) => onChange({ resourceGroup: value })}
            />
          </Field>
        )}
        <CodeBlock>{text}</CodeBlock>
        <div className={styles.actions}>
          <CopyButton text={text} label={t('generator.takeAway.copy')} />
          <Button icon={<ArrowDownloadRegular />} onClick={save}>
            {t('generator.takeAway.save')}
          </Button>
        </div>
      </div>
    </Section>
  );
}
