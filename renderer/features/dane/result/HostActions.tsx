import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CertificateRegular } from '@fluentui/react-icons/svg/certificate';
import { useNavigate } from '@tanstack/react-router';
import { CompareRecord } from './CompareRecord.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { createWorkbench } from '../../tlsa/generator/workbench.ts';
import { portOf } from './hostPort.ts';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { DaneCheck, HostView } from '../../../../shared/dane/check.ts';
import type { KeptCheck } from '../../../../shared/contract/dane.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
});

/** What one can go on to do with a server: its certificate into the generator, a record to compare. */
export function HostActions({
  host,
  kept,
}: {
  readonly host: HostView;
  readonly kept: KeptCheck;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const navigate = useNavigate();
  const workbench = useFeatureStore(createWorkbench);
  const sent = sentPem(host, kept.check);
  const base = host.tlsaBase ?? host.name;
  const port = portOf(kept);
  const inLab = kept.place === 'lab' ? ({ place: 'lab' } as const) : {};
  const take = () => {
    const name = t('daneCheck.server.take.file', { host: host.name });
    workbench.addFiles([new File([sent], name, { type: 'application/x-pem-file' })]);
    void navigate({ to: '/tlsa', search: { host: base, port, ...inLab } });
  };
  return (
    <>
      <div className={styles.root}>
        {sent !== '' && (
          <Button icon={<CertificateRegular />} onClick={take}>
            {t('daneCheck.server.take')}
          </Button>
        )}
        <LinkButton to="/tlsa/renewal" search={{ host: base, port, ...inLab }}>
          {t('daneCheck.server.renewal')}
        </LinkButton>
      </div>
      <Disclosure label={t('daneCheck.server.compare')} of={host.name}>
        <CompareRecord host={host} port={port} check={kept.check} />
      </Disclosure>
    </>
  );
}

/** The certificates that a server sent under its own name, each once, leaves first. */
function sentPem(host: HostView, { evidence }: DaneCheck): string {
  const own = evidence.connections.filter((each) => each.host === host.name && each.sni !== null);
  const leaves = own.flatMap(({ chain }) => chain.slice(0, 1));
  const rest = own.flatMap(({ chain }) => chain.slice(1));
  return [...new Set([...leaves, ...rest])]
    .map((sent) => evidence.certificates.find(({ fingerprint }) => fingerprint === sent)?.pem ?? '')
    .filter((pem) => pem !== '')
    .map((pem) => `${pem.trim()}\n`)
    .join('');
}
