import { Button, Field, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { AdviceList } from '../AdviceList.tsx';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { Page } from '../../../app/Page.tsx';
import { RecordParts } from '../RecordParts.tsx';
import { Section } from '../../../ui/Section.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { adviseParsed } from '../../../../shared/tlsa/adviseParsed.ts';
import { createStore, useStore } from '../../../ui/store.ts';
import { explainRoute } from '../explainRoute.ts';
import { parseTlsaRecord } from '../../../../shared/tlsa/parseRecord.ts';
import { presentation } from '../../../../shared/tlsa/formatRecord.ts';
import { usableForSmtp } from '../../../../shared/tlsa/recordProblem.ts';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { ParsedRecord } from '../../../../shared/tlsa/parseRecord.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    maxWidth: '960px',
  },
  text: { fontFamily: tokens.fontFamilyMonospace },
  actions: { marginTop: tokens.spacingVerticalS },
  verdict: { display: 'block', marginBottom: tokens.spacingVerticalM },
  result: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
});

/** For somebody who has no record at hand. */
const example =
  '_25._tcp.mail.example.com. 3600 IN TLSA 3 1 1 406200cfd46da40189f1cdde68792ea5a30b67d6ee0596161fc374f9179ee45c';

/** What is typed stays while one is on other pages. */
function createText() {
  return createStore('');
}

/** Paste a TLSA record, read what each part of it means. */
export function ExplainPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { record } = explainRoute.useSearch();
  const navigate = explainRoute.useNavigate();
  const store = useFeatureStore(createText);
  const typed = useStore(store);
  const text = record ?? typed;
  const setText = (value: string) => {
    store.set(() => value);
    // A link's record is only where one begins: what is typed afterwards is the person's.
    if (record !== undefined) void navigate({ search: {}, replace: true });
  };
  return (
    <Page title={t('recordExplainer.title')} lead={t('recordExplainer.lead')}>
      <div className={styles.page}>
        <div>
          <Field label={t('recordExplainer.label')} hint={t('recordExplainer.hint')}>
            <Textarea
              value={text}
              rows={4}
              resize="vertical"
              spellCheck={false}
              textarea={{ className: styles.text }}
              onChange={(_, { value }) => setText(value)}
            />
          </Field>
          <div className={styles.actions}>
            <Button onClick={() => setText(example)}>{t('recordExplainer.example')}</Button>
          </div>
        </div>
        {text.trim() === '' ? (
          <EmptyState title={t('recordExplainer.none.title')}>
            {t('recordExplainer.none.text')}
          </EmptyState>
        ) : (
          <Explained text={text} />
        )}
      </div>
    </Page>
  );
}

function Explained({ text }: { readonly text: string }): ReactNode {
  const styles = useStyles();
  const parsed = parseTlsaRecord(text);
  return (
    <div className={styles.result}>
      {parsed.ok ? <Explanation parsed={parsed.value} /> : <ErrorMessage error={parsed.error} />}
    </div>
  );
}

function Explanation({ parsed }: { readonly parsed: ParsedRecord }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const usable = usableForSmtp(parsed.record);
  const advice = adviseParsed(parsed);
  return (
    <>
      <Section title={t('recordExplainer.verdict')}>
        <output className={styles.verdict}>
          <VerdictIcon
            verdict={usable ? 'good' : 'warning'}
            word={t(usable ? 'recordExplainer.usable' : 'recordExplainer.unusable')}
          />
        </output>
        <CodeBlock>{presentation(parsed.record)}</CodeBlock>
      </Section>
      <Section title={t('generator.parts')}>
        <RecordParts parsed={parsed} />
      </Section>
      {advice.length > 0 && (
        <Section title={t('generator.advice')}>
          <AdviceList advice={advice} />
        </Section>
      )}
    </>
  );
}
