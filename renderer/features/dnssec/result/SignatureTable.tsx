import { makeStyles } from '@fluentui/react-components';
import { FormattedDate, useIntl } from 'react-intl';
import { DataTable } from './DataTable.tsx';
import { relativeTime } from '../../../ui/relativeTime.ts';
import { useNow } from '../../../ui/now.ts';
import { useWords } from '../../../ui/words.tsx';
import { zoneName } from '../picture/speak.ts';
import type { proofStates, SignatureView } from '../../../../shared/dnssec/evidence.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ tag: { whiteSpace: 'nowrap' } });

/** Records with their signatures. */
export interface SignedSet {
  readonly what: string;
  readonly signatures: readonly SignatureView[];
  readonly proof: { readonly state: (typeof proofStates)[number] };
}

/** Who signed what, from when to when, and which of it was needed. */
export function SignatureTable({
  zone,
  sets,
}: {
  /** Where one is; keys of others are named with their zone. */
  readonly zone: string;
  readonly sets: readonly SignedSet[];
}): ReactNode {
  const t = useWords();
  const rows = sets.flatMap(({ what, signatures, proof }) =>
    signatures.map((signature) => ({
      signs: <span translate="no">{what}</span>,
      signedBy: <SignedBy signature={signature} zone={zone} />,
      valid: <Validity signature={signature} />,
      used: t(`dnssecPage.details.used.${usageOf(signature, proof.state)}`),
    })),
  );
  return rows.length === 0 ? (
    <p>{t('dnssecPage.details.noSignatures')}</p>
  ) : (
    <DataTable
      caption={t('dnssecPage.details.signatures')}
      columns={['signs', 'signedBy', 'valid', 'used']}
      rows={rows}
    />
  );
}

export function SignedBy({
  signature: { keyTag, signer },
  zone,
}: {
  readonly signature: SignatureView;
  readonly zone: string;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <>
      <span className={styles.tag}>{keyTag}</span>
      {signer !== zone && ` ${t('dnssecPage.details.ofZone', { zone: zoneName(t, signer) })}`}
    </>
  );
}

/** Both days, and how long it is to the second, or since. */
export function Validity({
  signature: { inception, expiration },
}: {
  readonly signature: SignatureView;
}): ReactNode {
  const intl = useIntl();
  const { amount, unit } = relativeTime(new Date(expiration), useNow());
  return (
    <>
      <Day value={inception} /> – <Day value={expiration} /> (
      {intl.formatRelativeTime(amount, unit, { numeric: 'auto' })})
    </>
  );
}

function Day({ value }: { readonly value: string }): ReactNode {
  return (
    <time dateTime={value} title={value}>
      <FormattedDate value={value} dateStyle="medium" />
    </time>
  );
}

function usageOf({ isUsed }: SignatureView, state: SignedSet['proof']['state']) {
  if (isUsed) return 'true';
  return state === 'verified' ? 'false' : state;
}
