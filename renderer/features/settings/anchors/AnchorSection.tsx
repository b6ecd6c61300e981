import { Button, Field, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { AnchorTable } from './AnchorTable.tsx';
import { CallFailed, ask } from '../../../app/call.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { Section } from '../../../ui/Section.tsx';
import { anchorTextMax } from '../../../../shared/contract/dnssec.ts';
import { appError } from '../../../../shared/errors.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  text: { margin: 0, maxWidth: '72ch' },
  area: { fontFamily: tokens.fontFamilyMonospace },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalS} 0`,
  },
  reset: { justifySelf: 'start' },
});

const anchorsQuery = queryOptions({
  queryKey: ['dnssec.anchors'],
  queryFn: () => ask('dnssec.anchors', {}),
  retry: false,
});

/** Where trust starts; a private root's keys can take the place of the built-in ones. */
export function AnchorSection(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const client = useQueryClient();
  const announce = useAnnounce();
  const { data, error } = useQuery(anchorsQuery);
  const reset = useMutation({
    mutationFn: () => ask('dnssec.resetAnchors', {}),
    onSuccess: (view) => {
      client.setQueryData(anchorsQuery.queryKey, view);
      announce(t('networkSettings.anchors.changed'));
    },
  });
  const isReplaced = error !== null || data?.source === 'imported';
  return (
    <Section title={t('networkSettings.anchors')}>
      <div className={styles.content}>
        <p className={styles.text}>{t('networkSettings.anchors.text')}</p>
        {error instanceof CallFailed && <ErrorMessage error={error.error} />}
        {data !== undefined && error === null && (
          <>
            <p className={styles.text}>{t(`networkSettings.anchors.${data.source}`)}</p>
            <AnchorTable anchors={data} />
          </>
        )}
        {isReplaced && (
          <Button className={styles.reset} onClick={() => reset.mutate()}>
            {t('networkSettings.anchors.reset')}
          </Button>
        )}
        <Disclosure label={t('networkSettings.anchors.import')}>
          <ImportForm />
        </Disclosure>
      </div>
    </Section>
  );
}

function ImportForm(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const client = useQueryClient();
  const announce = useAnnounce();
  const chooser = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const use = useMutation({
    mutationFn: (given: string) => {
      if (given.length <= anchorTextMax) return ask('dnssec.importAnchors', { text: given });
      const params = { name: '', size: given.length, limit: anchorTextMax };
      throw new CallFailed(appError('input-too-large', params));
    },
    onSuccess: (view) => {
      client.setQueryData(anchorsQuery.queryKey, view);
      setText('');
      announce(t('networkSettings.anchors.changed'));
    },
  });
  const change = (value: string) => {
    use.reset();
    setText(value);
  };
  const read = async (file: File | undefined) => {
    // A file of anchors has some thousand letters; what is far larger is another file.
    if (file !== undefined) change(await file.slice(0, anchorTextMax + 1).text());
  };
  return (
    <>
      <Field
        label={t('networkSettings.anchors.paste')}
        hint={t('networkSettings.anchors.paste.hint')}
      >
        <Textarea
          value={text}
          rows={5}
          resize="vertical"
          spellCheck={false}
          textarea={{ className: styles.area }}
          onChange={(_, { value }) => change(value)}
        />
      </Field>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => use.mutate(text)}>
          {t('networkSettings.anchors.use')}
        </Button>
        <Button onClick={() => chooser.current?.click()}>
          {t('networkSettings.anchors.choose')}
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".xml,.txt,.key,.ds,.conf"
          aria-label={t('networkSettings.anchors.choose')}
          onChange={(event) => {
            void read(event.target.files?.[0]);
            // The same file may be chosen again.
            event.target.value = '';
          }}
        />
      </div>
      {use.error instanceof CallFailed && <ErrorMessage error={use.error.error} />}
    </>
  );
}
