import { makeStyles, tokens } from '@fluentui/react-components';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { DateTime } from '../../../ui/DateTime.tsx';
import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { Evidence } from '../../../../shared/dane/check.ts';
import type { ReactNode } from 'react';

export type SentCertificate = Evidence['certificates'][number];

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  hex: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  copy: { justifySelf: 'start' },
});

const namesShown = 20;

/** A certificate as a server sent it. */
export function CertificateView({
  certificate,
}: {
  readonly certificate: SentCertificate;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { subject, issuer, names, notBefore, notAfter, fingerprint, pem } = certificate;
  const shown = names.slice(0, namesShown).join(', ');
  return (
    <div className={styles.root}>
      <DefinitionList
        items={[
          {
            term: t('daneCheck.certificate.subject'),
            description: <span translate="no">{subject === '' ? '–' : subject}</span>,
          },
          {
            term: t('daneCheck.certificate.issuer'),
            description: <span translate="no">{issuer === '' ? '–' : issuer}</span>,
          },
          {
            term: t('daneCheck.certificate.names'),
            description:
              names.length === 0 ? (
                t('daneCheck.certificate.noNames')
              ) : (
                <span translate="no">{names.length > namesShown ? `${shown}, …` : shown}</span>
              ),
          },
          {
            term: t('daneCheck.certificate.from'),
            description: notBefore === null ? '–' : <DateTime value={notBefore} />,
          },
          {
            term: t('daneCheck.certificate.until'),
            description: notAfter === null ? '–' : <DateTime value={notAfter} />,
          },
          {
            term: t('daneCheck.certificate.fingerprint'),
            description: (
              <span className={styles.hex} translate="no">
                {fingerprint}
              </span>
            ),
          },
        ]}
      />
      {pem !== '' && (
        <div className={styles.copy}>
          <CopyButton
            text={pem}
            label={t('daneCheck.certificate.copy')}
            of={subject}
            size="small"
            appearance="subtle"
          />
        </div>
      )}
    </div>
  );
}
