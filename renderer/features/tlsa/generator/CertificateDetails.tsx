import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { DateTime } from '../../../ui/DateTime.tsx';
import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { Validity } from './Validity.tsx';
import { certificateLabel } from './certificates.ts';
import { keyWords } from './keyWords.ts';
import { useWords } from '../../../ui/words.tsx';
import type { Certificate } from '../../../../shared/contract/certificates.ts';
import type { Chain } from './records.ts';
import type { Definition } from '../../../ui/DefinitionList.tsx';
import type { ReactNode } from 'react';
import type { WordId } from '../../../../shared/words/en.ts';
import type { Words } from '../../../ui/words.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    marginTop: tokens.spacingVerticalM,
  },
  title: { margin: `0 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase300 },
  chain: { margin: 0, padding: 0, listStyleType: 'none' },
  link: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  role: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  arrow: {
    display: 'block',
    margin: '2px auto',
    color: tokens.colorNeutralForeground3,
  },
  print: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px' },
  hex: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
});

/** One certificate as people compare it with what other programs show, and its chain. */
export function CertificateDetails({ chain }: { readonly chain: Chain }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const [certificate] = chain;
  return (
    <div className={styles.root}>
      <div>
        <h3 className={styles.title}>{t('generator.certificate.details')}</h3>
        <DefinitionList
          items={[
            ...names(certificate, t),
            {
              term: t('generator.certificate.validity'),
              description: <Dates certificate={certificate} />,
            },
            ...keys(certificate, t),
            {
              term: t('generator.certificate.fingerprint'),
              description: (
                <Fingerprint
                  value={certificate.fingerprint}
                  of={t('generator.certificate.fingerprint')}
                />
              ),
            },
            {
              term: t('generator.certificate.thumbprint'),
              description: (
                <Fingerprint
                  value={certificate.thumbprint}
                  of={t('generator.certificate.thumbprint')}
                />
              ),
            },
          ]}
        />
      </div>
      <div>
        <h3 className={styles.title}>{t('generator.certificate.chain')}</h3>
        <ChainList chain={chain} />
      </div>
    </div>
  );
}

function verbatim(text: string): ReactNode {
  return <span translate="no">{text}</span>;
}

function names(certificate: Certificate, t: Words): readonly Definition[] {
  const nothing = t('generator.certificate.none');
  const { subject, issuer, serialNumber, subjectAlternativeNames } = certificate;
  return [
    {
      term: t('generator.certificate.subject'),
      description: subject === '' ? nothing : verbatim(subject),
    },
    {
      term: t('generator.certificate.names'),
      description:
        subjectAlternativeNames.length === 0
          ? nothing
          : verbatim(subjectAlternativeNames.map(({ value }) => value).join(', ')),
    },
    {
      term: t('generator.certificate.issuer'),
      description: issuer === '' ? nothing : verbatim(issuer),
    },
    {
      term: t('generator.certificate.serial'),
      description:
        serialNumber === null ? t('generator.certificate.unreadable') : verbatim(serialNumber),
    },
  ];
}

function keys({ key, signatureAlgorithm }: Certificate, t: Words): readonly Definition[] {
  return [
    {
      term: t('generator.certificate.key'),
      description: keyWords(t, key),
    },
    {
      term: t('generator.certificate.signature'),
      description: <span translate="no">{signatureAlgorithm}</span>,
    },
  ];
}

function Dates({ certificate }: { readonly certificate: Certificate }): ReactNode {
  const t = useWords();
  const { notBefore, notAfter } = certificate;
  const unreadable = t('generator.certificate.unreadable');
  return (
    <>
      <Validity certificate={certificate} />
      <br />
      {t('generator.certificate.from')}{' '}
      {notBefore === null ? unreadable : <DateTime value={notBefore} />}
      <br />
      {t('generator.certificate.until')}{' '}
      {notAfter === null ? unreadable : <DateTime value={notAfter} />}
    </>
  );
}

function Fingerprint({ value, of }: { readonly value: string; readonly of: string }): ReactNode {
  const styles = useStyles();
  return (
    <span className={styles.print}>
      <span className={styles.hex} translate="no">
        {value}
      </span>
      <CopyButton text={value} of={of} appearance="subtle" size="small" />
    </span>
  );
}

function roleWord({ role, selfIssued }: Certificate): WordId {
  if (!selfIssued) return `certificates.role.${role}`;
  return role === 'leaf' ? 'generator.chain.selfSigned' : 'generator.chain.root';
}

/** The certificate on top, below it who issued it, as far as the file says. */
function ChainList({ chain }: { readonly chain: readonly Certificate[] }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <ol className={styles.chain}>
      {chain.map((certificate, index) => (
        <li key={certificate.fingerprint}>
          {index > 0 && <ArrowDownRegular className={styles.arrow} />}
          <div className={styles.link}>
            <span translate="no">{certificateLabel(certificate)}</span>
            <span className={styles.role}>{t(roleWord(certificate))}</span>
          </div>
        </li>
      ))}
    </ol>
  );
}
