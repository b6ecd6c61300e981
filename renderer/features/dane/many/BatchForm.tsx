import { Button, Field, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { DropZone } from '../../../ui/DropZone.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { OptionsFields } from '../OptionsFields.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { changedOptions, initialOptions, optionsOf } from '../draft.ts';
import { checkServices } from '../../../../shared/dane/services.ts';
import { listBytesMax, readListFile } from './listFile.ts';
import { parseTargetList } from '../../../../shared/dane/targetList.ts';
import { targetsMax } from '../../../../shared/dane/run.ts';
import { useStore } from '../../../ui/store.ts';
import { useWords } from '../../../ui/words.tsx';
import type { AppError } from '../../../../shared/errors.ts';
import type { Batch } from './batch.ts';
import type { CheckService } from '../../../../shared/dane/services.ts';
import type { ReactNode } from 'react';
import type { TargetList } from '../../../../shared/dane/targetList.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
  text: { fontFamily: tokens.fontFamilyMonospace },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalL },
  service: { flex: '0 1 340px', minWidth: 0 },
  lines: { margin: 0, paddingInlineStart: '20px', overflowWrap: 'anywhere' },
});

/** The list, and how to check it. */
export function BatchForm({ batch }: { readonly batch: Batch }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { text, options, optionsOpen } = useStore(batch.store);
  const [error, setError] = useState<AppError | null>(null);
  const list = useMemo(() => parseTargetList(text, options.service), [text, options.service]);
  const addFiles = async (files: readonly File[]) => {
    const read = await Promise.all(files.map(readListFile));
    const failed = read.find((each) => !each.ok);
    setError(failed?.ok === false ? failed.error : null);
    const texts = read.flatMap((each) => (each.ok ? [each.value.trim()] : []));
    const before = batch.store.get().text.trim();
    batch.change({ text: [before, ...texts].filter((part) => part !== '').join('\n') });
  };
  const start = () => {
    const read = optionsOf(options);
    if (read.ok) batch.start(list.targets, read.value);
    else batch.change({ optionsOpen: true });
  };
  return (
    <Section title={t('many.what')}>
      <div className={styles.form}>
        <DropZone
          label={t('many.drop.label')}
          buttonLabel={t('many.drop.choose')}
          accept=".txt,.csv,.tsv,text/plain,text/csv"
          onFiles={(files) => void addFiles(files)}
        >
          {t('many.drop.hint', { mebibytes: listBytesMax / 1024 / 1024 })}
        </DropZone>
        {error !== null && <ErrorMessage error={error} />}
        <Field label={t('many.list')} hint={t('many.list.hint')}>
          <Textarea
            value={text}
            rows={8}
            resize="vertical"
            spellCheck={false}
            textarea={{ className: styles.text }}
            onChange={(_, { value }) => batch.change({ text: value })}
          />
        </Field>
        <Found list={list} isEmpty={text.trim() === ''} />
        <div className={styles.row}>
          <SelectField
            className={styles.service}
            label={t('daneCheck.service')}
            value={options.service}
            choices={checkServices.map((value) => ({
              value,
              text: t(`daneCheck.service.${value}`),
            }))}
            onChange={(value) => batch.changeOptions({ service: value as CheckService })}
          />
          <Button
            appearance="primary"
            disabledFocusable={list.targets.length === 0}
            onClick={start}
          >
            {t('many.start', { count: list.targets.length })}
          </Button>
        </div>
        <Disclosure
          label={t('daneCheck.options.changed', { count: changedOptions(options) })}
          open={optionsOpen}
          onOpen={(open) => batch.change({ optionsOpen: open })}
        >
          <OptionsFields
            options={options}
            onChange={batch.changeOptions}
            onReset={() =>
              batch.changeOptions({
                ...initialOptions,
                service: options.service,
                place: options.place,
              })
            }
          />
        </Disclosure>
      </div>
    </Section>
  );
}

/** What was understood of the list, and what was not. */
function Found({
  list,
  isEmpty,
}: {
  readonly list: TargetList;
  readonly isEmpty: boolean;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { targets, duplicates, leftOut, notUnderstood, notUnderstoodCount } = list;
  const more = notUnderstoodCount - notUnderstood.length;
  return (
    <>
      <output>
        {!isEmpty &&
          t('many.found', { count: targets.length, duplicates, leftOut, max: targetsMax })}
      </output>
      {notUnderstoodCount > 0 && (
        <div>
          {t('many.notUnderstood', { count: notUnderstoodCount })}
          <ul className={styles.lines} translate="no">
            {notUnderstood.map((line, index) => (
              // Lines may be equal.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>{line.slice(0, 200)}</li>
            ))}
            {more > 0 && <li translate="yes">{t('many.notUnderstood.more', { count: more })}</li>}
          </ul>
        </div>
      )}
    </>
  );
}
