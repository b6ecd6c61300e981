import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { AnswerList } from './AnswerList.tsx';
import { CertificateView } from './CertificateView.tsx';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { ConnectionEvidence } from './ConnectionEvidence.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TraceTable } from './TraceTable.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { DaneCheck, Evidence } from '../../../../shared/dane/check.ts';
import type { KeptCheck } from '../../../../shared/contract/dane.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  lead: { margin: `0 0 ${tokens.spacingVerticalS}` },
  tabs: { flexWrap: 'wrap', marginBottom: tokens.spacingVerticalM },
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  copy: { marginBottom: tokens.spacingVerticalS },
});

const kinds = ['answers', 'certificates', 'connections', 'trace', 'json'] as const;
type Kind = (typeof kinds)[number];

/** All that the verdict rests on, one click away. */
export function EvidenceSection({ kept }: { readonly kept: KeptCheck }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const id = useId();
  const [kind, setKind] = useState<Kind>('answers');
  return (
    <Section title={t('daneCheck.evidence')}>
      <p className={styles.lead}>{t('daneCheck.evidence.lead')}</p>
      <TabList
        className={styles.tabs}
        selectedValue={kind}
        onTabSelect={(_, { value }) => setKind(value as Kind)}
      >
        {kinds.map((each) => (
          <Tab key={each} id={`${id}-${each}`} value={each} aria-controls={`${id}-panel`}>
            {t(`daneCheck.evidence.${each}`)}
          </Tab>
        ))}
      </TabList>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${kind}`}>
        <Panel kind={kind} kept={kept} />
      </div>
    </Section>
  );
}

function Panel({ kind, kept }: { readonly kind: Kind; readonly kept: KeptCheck }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { check, place } = kept;
  const { evidence, trace } = check;
  switch (kind) {
    case 'answers':
      return evidence.answers.length === 0 ? (
        t('daneCheck.evidence.none')
      ) : (
        <AnswerList answers={evidence.answers} place={place} />
      );
    case 'certificates':
      return evidence.certificates.length === 0 ? (
        t('daneCheck.evidence.none')
      ) : (
        <ul className={styles.list}>
          {evidence.certificates.map((certificate) => (
            <li key={certificate.fingerprint}>
              <CertificateView certificate={certificate} />
            </li>
          ))}
        </ul>
      );
    case 'connections':
      return <Connections evidence={evidence} />;
    case 'trace':
      return <TraceTable trace={trace} />;
    case 'json':
      return <Raw check={check} />;
    default:
      return kind satisfies never;
  }
}

function Connections({ evidence }: { readonly evidence: Evidence }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  if (evidence.connections.length === 0) return t('daneCheck.evidence.none');
  return (
    <ul className={styles.list}>
      {evidence.connections.map((connection, index) => (
        // Evidence never changes.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <Disclosure
            label={[
              connection.host,
              connection.ip,
              t(`daneCheck.probe.key.${connection.keyType ?? 'none'}`),
              ...(connection.sni === null ? [t('daneCheck.probe.withoutSni')] : []),
            ].join(' · ')}
          >
            <ConnectionEvidence connection={connection} certificates={evidence.certificates} />
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}

function Raw({ check }: { readonly check: DaneCheck }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const text = JSON.stringify(check, null, 2);
  return (
    <>
      <div className={styles.copy}>
        <CopyButton text={text} of={t('daneCheck.evidence.json')} size="small" />
      </div>
      <CodeBlock label={t('daneCheck.evidence.json')}>{text}</CodeBlock>
    </>
  );
}
