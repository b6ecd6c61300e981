import { makeStyles, tokens } from '@fluentui/react-components';
import { DefinitionList } from '../../../../ui/DefinitionList.tsx';
import { VerdictIcon } from '../../../../ui/VerdictIcon.tsx';
import { comparePublished, isPublished } from './comparePublished.ts';
import { presentation } from '../../../../../shared/tlsa/formatRecord.ts';
import { useWords } from '../../../../ui/words.tsx';
import type { ComparedRecord } from './comparePublished.ts';
import type { Published, PublishedState } from '../../../../../shared/dane/published.ts';
import type { ReactNode } from 'react';
import type { RecordOfCertificate } from '../../../../../shared/tlsa/recordsOf.ts';
import type { Security } from '../../../../../shared/dane/check.ts';
import type { Verdict } from '../../../../ui/VerdictIcon.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalL,
  },
  text: { margin: 0, maxWidth: '80ch' },
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  record: {
    display: 'block',
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
  },
});

const states: Readonly<Record<PublishedState, Verdict>> = {
  found: 'good',
  absent: 'note',
  insecure: 'warning',
  'no-address': 'warning',
  unknown: 'unknown',
};

const securities: Readonly<Record<Security, Verdict>> = {
  secure: 'good',
  insecure: 'warning',
  bogus: 'bad',
  indeterminate: 'unknown',
};

/** What is published, its DNSSEC status, and what of it fits. */
export function PublishedRecords({
  published,
  made,
  every,
}: {
  readonly published: Published;
  readonly made: RecordOfCertificate | null;
  readonly every: readonly RecordOfCertificate[];
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { host, state, owner, records, addressStatus, tlsaStatus, ttl } = published;
  const isThere = made !== null && isPublished(made.record, records);
  return (
    <div className={styles.root}>
      <p className={styles.text}>
        <VerdictIcon
          verdict={states[state]}
          word={t(`published.state.${state}`, { host, count: records.length })}
        />
      </p>
      <DefinitionList
        items={[
          { term: t('published.address'), description: <Status status={addressStatus} /> },
          ...(tlsaStatus === null
            ? []
            : [{ term: t('published.tlsa'), description: <Status status={tlsaStatus} /> }]),
          ...(owner === null
            ? []
            : [{ term: t('published.owner'), description: <span translate="no">{owner}</span> }]),
          ...(ttl === null
            ? []
            : [
                { term: t('published.ttl'), description: t('renewal.ttl.value', { seconds: ttl }) },
              ]),
        ]}
      />
      {made !== null && (state === 'found' || state === 'absent') && (
        <p className={styles.text}>
          <VerdictIcon
            verdict={isThere ? 'good' : 'warning'}
            word={t(isThere ? 'published.made.there' : 'published.made.missing')}
          />
        </p>
      )}
      {records.length > 0 && (
        <ul className={styles.list} aria-label={t('published.records')}>
          {comparePublished(records, every).map((compared) => (
            <li key={presentation(compared.record)}>
              <span className={styles.record} translate="no">
                {shortened(presentation(compared.record))}
              </span>
              <Match compared={compared} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Status({ status }: { readonly status: Security }): ReactNode {
  const t = useWords();
  return <VerdictIcon verdict={securities[status]} word={t(`dane.security.${status}`)} />;
}

function Match({
  compared: { certificate, isLeaf },
}: {
  readonly compared: ComparedRecord;
}): ReactNode {
  const t = useWords();
  if (certificate === null) return <VerdictIcon verdict="note" word={t('published.match.none')} />;
  const word = t(isLeaf ? 'published.match.leaf' : 'published.match.issuer', { certificate });
  return <VerdictIcon verdict="good" word={word} />;
}

const shownMax = 160;

/** Full data fill pages. */
function shortened(text: string): string {
  return text.length > shownMax ? `${text.slice(0, shownMax)}…` : text;
}
