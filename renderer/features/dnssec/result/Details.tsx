import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { DataTable } from './DataTable.tsx';
import { SignatureTable, SignedBy, Validity } from './SignatureTable.tsx';
import { useWords } from '../../../ui/words.tsx';
import { zoneName } from '../picture/speak.ts';
import type {
  DelegationRecord,
  DenialView,
  LinkEvidence,
  ZoneEvidence,
  ZoneKeyView,
} from '../../../../shared/dnssec/evidence.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  title: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase400,
    overflowWrap: 'anywhere',
  },
});

function Details({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      {children}
    </section>
  );
}

/** All digests, keys and signatures of a zone on the way. */
export function ZoneDetails({
  evidence: { zone, anchor, ds, denial, keys },
}: {
  readonly evidence: ZoneEvidence;
}): ReactNode {
  const t = useWords();
  const sets = [
    ...(ds === null ? [] : [{ what: 'DS', ...ds }]),
    ...(keys === null ? [] : [{ what: 'DNSKEY', ...keys }]),
  ];
  return (
    <Details title={t('dnssecPage.details', { zone: zoneName(t, zone) })}>
      {anchor !== null && <Digests caption={t('dnssecPage.details.anchor')} records={anchor} />}
      {ds !== null && (
        <Digests caption={t('dnssecPage.details.ds')} records={ds.records} omitted={ds.omitted} />
      )}
      {denial !== null && (
        <Proof caption={t('dnssecPage.details.proof')} denial={denial} zone={zone} />
      )}
      {keys !== null && <Keys records={keys.records} omitted={keys.omitted} />}
      {sets.length > 0 && <SignatureTable zone={zone} sets={sets} />}
    </Details>
  );
}

/** What an alias or an answer rests on. */
export function LinkDetails({
  evidence: { name, step, zone, sets, denial },
  type,
}: {
  readonly evidence: LinkEvidence;
  /** Asked for. */
  readonly type: string;
}): ReactNode {
  const t = useWords();
  const shown = step === 'answer' ? type : step.toUpperCase();
  const hasAny = sets.some(({ signatures }) => signatures.length > 0);
  return (
    <Details title={t('dnssecPage.details.link', { name, type: shown })}>
      {(hasAny || denial === null) && (
        <SignatureTable zone={zone} sets={sets.map((set) => ({ what: set.type, ...set }))} />
      )}
      {denial !== null && (
        <Proof caption={t('dnssecPage.details.denial')} denial={denial} zone={zone} />
      )}
    </Details>
  );
}

function Digests({
  caption,
  records,
  omitted = 0,
}: {
  readonly caption: string;
  readonly records: readonly DelegationRecord[];
  readonly omitted?: number;
}): ReactNode {
  const t = useWords();
  return (
    <DataTable
      caption={caption}
      omitted={omitted}
      columns={['keyTag', 'algorithm', 'digest', 'fits']}
      rows={records.map(({ keyTag, algorithm, digestType, digest, matches }) => ({
        keyTag,
        algorithm: <span translate="no">{algorithm.name}</span>,
        digest: (
          <span translate="no">
            {digestType.name} {digest}
          </span>
        ),
        fits: t(`dnssecPage.details.fits.${matches}`),
      }))}
    />
  );
}

function Keys({
  records,
  omitted,
}: {
  readonly records: readonly ZoneKeyView[];
  readonly omitted: number;
}): ReactNode {
  const t = useWords();
  const roleOf = ({ role, flags, isEntry }: ZoneKeyView): string => {
    const word = t(`dnssecPage.details.role.${role}`, { flags });
    return isEntry ? t('dnssecPage.details.entry', { role: word }) : word;
  };
  return (
    <DataTable
      caption={t('dnssecPage.details.keys')}
      omitted={omitted}
      columns={['keyTag', 'algorithm', 'role']}
      rows={records.map((key) => ({
        keyTag: key.keyTag,
        algorithm: t('dnssecPage.key.algorithm', {
          algorithm: key.algorithm.name,
          number: key.algorithm.number,
          bits: key.bits ?? 0,
        }),
        role: roleOf(key),
      }))}
    />
  );
}

function Proof({
  caption,
  denial,
  zone,
}: {
  readonly caption: string;
  readonly denial: DenialView;
  readonly zone: string;
}): ReactNode {
  return (
    <DataTable
      caption={caption}
      columns={['record', 'signedBy', 'valid']}
      rows={denial.records.map(({ owner, data, signature }) => ({
        record: (
          <span translate="no">
            {owner} {data}
          </span>
        ),
        signedBy: <SignedBy signature={signature} zone={zone} />,
        valid: <Validity signature={signature} />,
      }))}
    />
  );
}
