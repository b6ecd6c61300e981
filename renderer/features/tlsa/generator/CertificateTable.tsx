import { Button, Field, Input, Radio, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { Validity } from './Validity.tsx';
import { certificateLabel } from './certificates.ts';
import { keyWords } from './keyWords.ts';
import { useWords } from '../../../ui/words.tsx';
import type { Certificate } from '../../../../shared/contract/certificates.ts';
import type { ReactNode } from 'react';

const rowsPerPage = 20;

const narrow = '@media (max-width: 559px)';

const useStyles = makeStyles({
  filter: { maxWidth: '420px', marginBottom: tokens.spacingVerticalS },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    // Too narrow for columns: each row becomes a block of its own.
    [narrow]: { '&, & tbody, & tr, & td': { display: 'block' } },
  },
  headRow: { [narrow]: { display: 'none' } },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  head: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
  },
  cell: { padding: `2px ${tokens.spacingHorizontalS}`, overflowWrap: 'break-word' },
  role: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  pages: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
  },
});

/** Chooses among the certificates that were read; a filter and pages keep a thousand of them quick. */
export function CertificateTable({
  certificates,
  selected,
  onSelect,
}: {
  readonly certificates: readonly Certificate[];
  readonly selected: Certificate;
  readonly onSelect: (fingerprint: string) => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const [query, setQuery] = useState('');
  const [page, setPage] = useState(0);
  const found = matching(certificates, query);
  const pages = Math.max(1, Math.ceil(found.length / rowsPerPage));
  const current = Math.min(page, pages - 1);
  return (
    <div>
      {certificates.length > rowsPerPage && (
        <Field className={styles.filter} label={t('generator.certificates.filter')}>
          <Input
            type="search"
            value={query}
            onChange={(_, { value }) => {
              setQuery(value);
              setPage(0);
            }}
          />
        </Field>
      )}
      <Rows
        certificates={found.slice(current * rowsPerPage, (current + 1) * rowsPerPage)}
        selected={selected}
        onSelect={onSelect}
      />
      {pages > 1 && (
        <div className={styles.pages}>
          <Button disabled={current === 0} onClick={() => setPage(current - 1)}>
            {t('app.pages.previous')}
          </Button>
          <output>
            {t('app.pages.position', {
              from: current * rowsPerPage + 1,
              to: Math.min((current + 1) * rowsPerPage, found.length),
              count: found.length,
            })}
          </output>
          <Button disabled={current === pages - 1} onClick={() => setPage(current + 1)}>
            {t('app.pages.next')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Rows({
  certificates,
  selected,
  onSelect,
}: {
  readonly certificates: readonly Certificate[];
  readonly selected: Certificate;
  readonly onSelect: (fingerprint: string) => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const group = useId();
  const columns = ['name', 'validity', 'key'] as const;
  return (
    <table className={styles.table} aria-label={t('generator.certificates.table')}>
      <thead className={styles.headRow}>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={styles.head}>
              {t(`generator.certificates.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {certificates.map((certificate) => (
          <tr key={certificate.fingerprint} className={styles.row}>
            <td className={styles.cell}>
              <Radio
                name={group}
                value={certificate.fingerprint}
                checked={certificate.fingerprint === selected.fingerprint}
                onChange={() => onSelect(certificate.fingerprint)}
                label={<Label certificate={certificate} />}
              />
            </td>
            <td className={styles.cell}>
              <Validity certificate={certificate} />
            </td>
            <td className={styles.cell}>{keyWords(t, certificate.key)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Label({ certificate }: { readonly certificate: Certificate }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <>
      <span translate="no">{certificateLabel(certificate)}</span>
      <span className={styles.role}>{t(`certificates.role.${certificate.role}`)}</span>
    </>
  );
}

function matching(certificates: readonly Certificate[], query: string): readonly Certificate[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return certificates;
  return certificates.filter(({ subject, issuer, fingerprint, thumbprint, ...rest }) =>
    [
      subject,
      issuer,
      fingerprint,
      thumbprint,
      rest.serialNumber ?? '',
      ...rest.subjectAlternativeNames.map(({ value }) => value),
    ].some((text) => text.toLowerCase().includes(wanted)),
  );
}
