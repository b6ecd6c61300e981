import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { compareRecord } from './recordComparison.ts';
import { parseTlsaRecord } from '../../../../shared/tlsa/parseRecord.ts';
import { useWords } from '../../../ui/words.tsx';
import type { DaneCheck, HostView } from '../../../../shared/dane/check.ts';
import type { ReactNode } from 'react';
import type { Verdict } from '../../../ui/VerdictIcon.tsx';

const useStyles = makeStyles({ root: { maxWidth: '960px' } });

const icons: Readonly<Record<ReturnType<typeof compareRecord>, Verdict>> = {
  published: 'good',
  publishedStale: 'warning',
  publishedUnknown: 'unknown',
  notPublished: 'warning',
  notPublishedMatches: 'warning',
};

/** Whether a record, from the generator say, is among those that a host has published. */
export function CompareRecord({
  host,
  port,
  check,
}: {
  readonly host: HostView;
  readonly port: number;
  readonly check: DaneCheck;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const [text, setText] = useState('');
  const parsed = text.trim() === '' ? null : parseTlsaRecord(text);
  const expected = `_${port}._tcp.${host.tlsaBase ?? host.name}.`;
  const owner = parsed?.ok ? parsed.value.owner : null;
  const outcome = parsed?.ok ? compareRecord(parsed.value.record, host, check) : null;
  return (
    <div className={styles.root}>
      <Field label={t('daneCheck.compare.label', { host: host.name })}>
        <Input
          value={text}
          spellCheck={false}
          autoComplete="off"
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <output>
        {parsed?.ok === false && <ErrorMessage error={parsed.error} />}
        {owner !== null && owner !== expected && (
          <p>{t('daneCheck.compare.elsewhere', { owner, expected })}</p>
        )}
        {outcome !== null && (
          <p>
            <VerdictIcon verdict={icons[outcome]} word={t(`daneCheck.compare.${outcome}`)} />
          </p>
        )}
      </output>
    </div>
  );
}
