import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CertificateView } from './CertificateView.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { Evidence } from '../../../../shared/dane/check.ts';
import type { ReactNode } from 'react';
import type { SentCertificate } from './CertificateView.tsx';

type Connection = Evidence['connections'][number];

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  text: { margin: 0, overflowWrap: 'anywhere' },
  chain: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    margin: 0,
    paddingInlineStart: '22px',
  },
  transcript: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
  },
  line: {
    display: 'grid',
    gridTemplateColumns: '5.5em minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  from: { color: tokens.colorNeutralForeground2, fontFamily: tokens.fontFamilyBase },
  remark: { fontStyle: 'italic' },
});

/** One connection: what was agreed on, the chain in the order sent, the conversation word by word. */
export function ConnectionEvidence({
  connection,
  certificates,
}: {
  readonly connection: Connection;
  readonly certificates: readonly SentCertificate[];
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { protocol, cipher, failure, chain, path } = connection;
  const byFingerprint = new Map(certificates.map((each) => [each.fingerprint, each]));
  const named = path.map((each) => byFingerprint.get(each)?.subject ?? each.slice(0, 16));
  return (
    <div className={styles.root}>
      {protocol !== null && (
        <p className={styles.text} translate="no">
          {t('daneCheck.connection.tls', { protocol, cipher: cipher ?? '–' })}
        </p>
      )}
      {failure !== null && (
        <p className={styles.text}>{t('daneCheck.connection.failure', { ...failure })}</p>
      )}
      <p className={styles.text}>{t('daneCheck.connection.chain', { count: chain.length })}</p>
      {chain.length > 0 && (
        <ol className={styles.chain}>
          {chain.map((fingerprint, index) => {
            const certificate = byFingerprint.get(fingerprint);
            return (
              // A server may send the same certificate twice; chains never change.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={`${fingerprint} ${index}`}>
                {certificate === undefined ? (
                  t('daneCheck.certificate.unreadable')
                ) : (
                  <CertificateView certificate={certificate} />
                )}
              </li>
            );
          })}
        </ol>
      )}
      {path.length > 1 && (
        <p className={styles.text}>{t('daneCheck.connection.path', { path: named.join(' → ') })}</p>
      )}
      <Transcript connection={connection} />
    </div>
  );
}

function Transcript({ connection }: { readonly connection: Connection }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  if (connection.transcript.length === 0) return null;
  return (
    <ol className={styles.transcript} aria-label={t('daneCheck.connection.transcript')}>
      {connection.transcript.map(({ from, text }, index) => (
        // Conversations never change.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} className={styles.line}>
          <span className={styles.from}>{t(`daneCheck.connection.from.${from}`)}</span>
          <span className={mergeClasses(from === 'probe' && styles.remark)} translate="no">
            {text}
          </span>
        </li>
      ))}
    </ol>
  );
}
