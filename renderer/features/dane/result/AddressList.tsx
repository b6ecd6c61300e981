import { makeStyles, tokens } from '@fluentui/react-components';
import { ConnectionEvidence } from './ConnectionEvidence.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { presentation } from '../../../../shared/tlsa/formatRecord.ts';
import { useWords } from '../../../ui/words.tsx';
import { verdictIcons } from '../VerdictLabel.tsx';
import type { AddressView, Evidence, HostView, ProbeView } from '../../../../shared/dane/check.ts';
import type { ReactNode } from 'react';
import type { Verdict } from '../../../../shared/dane/verdict.ts';
import type { Words } from '../../../ui/words.tsx';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  address: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: `2px ${tokens.spacingHorizontalM}`,
  },
  ip: {
    fontFamily: tokens.fontFamilyMonospace,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  probes: { margin: 0, padding: 0, listStyleType: 'none' },
  probe: { paddingTop: tokens.spacingVerticalXS },
  probeName: { minWidth: '11em', color: tokens.colorNeutralForeground2 },
  matched: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

/** Every address, and every certificate that it showed. */
export function AddressList({
  host,
  evidence,
}: {
  readonly host: HostView;
  readonly evidence: Evidence;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  if (host.addresses.length === 0) return <span>{t('daneCheck.address.none')}</span>;
  return (
    <ul className={styles.list}>
      {host.addresses.map((address) => (
        <li key={address.ip} className={styles.address}>
          <div className={styles.head}>
            <span className={styles.ip} translate="no">
              {address.ip}
            </span>
            <AddressState address={address} />
          </div>
          {address.probes.length > 0 && (
            <ul className={styles.probes}>
              {address.probes.map((probe) => (
                <li key={`${probe.keyType} ${probe.sni}`} className={styles.probe}>
                  <Probe host={host} address={address} probe={probe} evidence={evidence} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

function ShortVerdict({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const t = useWords();
  return (
    <VerdictIcon verdict={verdictIcons[verdict]} word={t(`daneCheck.shortVerdict.${verdict}`)} />
  );
}

function AddressState({ address }: { readonly address: AddressView }): ReactNode {
  const t = useWords();
  const { skipped, verdict, probes } = address;
  if (skipped !== null) {
    return <VerdictIcon verdict="unknown" word={t(`daneCheck.address.skipped.${skipped}`)} />;
  }
  if (probes.length === 0) return <span>{t('daneCheck.address.notTried')}</span>;
  return verdict === null ? null : <ShortVerdict verdict={verdict} />;
}

function probeName(t: Words, { keyType, sni, tls }: ProbeView): string {
  return [
    t(`daneCheck.probe.key.${keyType ?? 'none'}`),
    tls,
    sni === null ? t('daneCheck.probe.withoutSni') : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

function Probe({
  host,
  address,
  probe,
  evidence,
}: {
  readonly host: HostView;
  readonly address: AddressView;
  readonly probe: ProbeView;
  readonly evidence: Evidence;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const name = probeName(t, probe);
  const connection = evidence.connections.find(
    (each) =>
      each.host === host.name &&
      each.ip === address.ip &&
      each.sni === probe.sni &&
      each.keyType === probe.keyType,
  );
  return (
    <>
      <div className={styles.head}>
        <span className={styles.probeName}>{name}</span>
        <ShortVerdict verdict={probe.verdict} />
        {probe.matched !== null && (
          <span className={styles.matched}>
            {t('daneCheck.probe.matched', {
              record: presentation(probe.matched.record).slice(0, 24),
              which: t(`daneCheck.probe.matched.${probe.matched.depth === 0 ? 'leaf' : 'issuer'}`),
            })}
          </span>
        )}
      </div>
      {connection !== undefined && (
        <Disclosure label={t('daneCheck.probe.evidence')} of={`${address.ip} ${name}`}>
          <ConnectionEvidence connection={connection} certificates={evidence.certificates} />
        </Disclosure>
      )}
    </>
  );
}
