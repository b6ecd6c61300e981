import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Section } from '../../../ui/Section.tsx';
import { isBlank } from './draft.ts';
import { errorText } from '../../../ui/errorText.ts';
import { presentation, zoneLine } from '../../../../shared/tlsa/formatRecord.ts';
import { useCopy } from '../../../ui/copy.ts';
import { useShortcut } from '../../../app/shortcuts.ts';
import { useWords } from '../../../ui/words.tsx';
import type { Result } from '../../../../shared/errors.ts';
import type { KnownTlsaRecord } from '../../../../shared/tlsa/record.ts';
import type { PublishableRecord } from '../../../../shared/tlsa/formatRecord.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalM,
  },
  missing: { marginBottom: tokens.spacingVerticalM },
});

/** The record itself, ready to copy: a zone line, or only its data while the place is not known. */
export function RecordPanel({
  record,
  publishable,
}: {
  readonly record: KnownTlsaRecord;
  /** The record with its place, or what is missing to it. */
  readonly publishable: Result<PublishableRecord>;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { copy } = useCopy();
  const text = publishable.ok ? zoneLine(publishable.value) : presentation(record);
  useShortcut('copyRecord', () => void copy(text));
  return (
    <Section title={t('generator.record')}>
      {!publishable.ok && (
        <MessageBar intent="warning" layout="multiline" className={styles.missing}>
          <MessageBarBody>
            {isBlank(publishable.error)
              ? t('generator.record.incomplete')
              : errorText(t, publishable.error).message}
          </MessageBarBody>
        </MessageBar>
      )}
      <CodeBlock large label={t('generator.record')}>
        {text}
      </CodeBlock>
      <div className={styles.actions}>
        <CopyButton text={text} label={t('generator.record.copy')} appearance="primary" />
      </div>
    </Section>
  );
}
