import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { DropZone } from '../../../ui/DropZone.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { JobProgressBar } from '../../../ui/JobProgressBar.tsx';
import { LabBanner } from '../../dane/lab/LabBanner.tsx';
import { Page } from '../../../app/Page.tsx';
import { PasswordPrompt } from '../generator/PasswordPrompt.tsx';
import { RenewalAnswer } from './RenewalAnswer.tsx';
import { Section } from '../../../ui/Section.tsx';
import { createRenewalDesk } from './renewalDesk.ts';
import { errorText } from '../../../ui/errorText.ts';
import { parsePort } from '../../../../shared/tlsa/service.ts';
import { parseServerName } from '../../../../shared/dane/serverName.ts';
import { renewalRoute } from '../renewalRoute.ts';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useStore } from '../../../ui/store.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RenewalDesk, RenewalState } from './renewalDesk.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { Words } from '../../../ui/words.tsx';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    maxWidth: '960px',
  },
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    '@media (min-width: 560px)': { gridTemplateColumns: 'minmax(0, 1fr) 110px' },
  },
  port: { minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  portInput: { minWidth: 0, width: '100%' },
  check: { justifySelf: 'start' },
  file: { overflowWrap: 'anywhere' },
});

/** Drop the next certificate, learn whether it may be installed. */
export function RenewalPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const desk = useFeatureStore(createRenewalDesk);
  const state = useStore(desk.store);
  useLinkedForm(desk);
  return (
    <Page title={t('renewal.title')} lead={t('renewal.lead')}>
      <div className={styles.page}>
        {state.place === 'lab' && <LabBanner />}
        <Section title={t('renewal.what')}>
          <RenewalForm desk={desk} state={state} />
        </Section>
        <div aria-live="polite">
          <Outcome desk={desk} state={state} />
        </div>
      </div>
    </Page>
  );
}

function RenewalForm({
  desk,
  state: { host, port, file, outcome },
}: {
  readonly desk: RenewalDesk;
  readonly state: RenewalState;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const readHost = parseServerName(host);
  const readPort = parsePort(port);
  const ready = readHost.ok && readPort.ok && file !== null && outcome.kind !== 'running';
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <Field
          label={t('renewal.host')}
          hint={t('renewal.host.hint')}
          {...(host.trim() !== '' && problem(t, readHost))}
        >
          <Input
            value={host}
            spellCheck={false}
            autoCapitalize="none"
            onChange={(_, { value }) => desk.change({ host: value })}
          />
        </Field>
        <Field className={styles.port} label={t('renewal.port')} {...problem(t, readPort)}>
          <Input
            className={styles.portInput}
            input={{ className: styles.portInput }}
            value={port}
            inputMode="numeric"
            onChange={(_, { value }) => desk.change({ port: value })}
          />
        </Field>
      </div>
      <DropZone
        label={t('renewal.file.label')}
        buttonLabel={t('renewal.file.choose')}
        accept=".pem,.crt,.cer,.der,.p7b,.p7c,.pfx,.p12,.sst,.txt"
        onFiles={([chosen]) => {
          if (chosen !== undefined) desk.change({ file: chosen });
        }}
      >
        {t('renewal.file.hint')}
      </DropZone>
      {file !== null && (
        <span className={styles.file}>{t('renewal.file.chosen', { name: file.name })}</span>
      )}
      <Button
        className={styles.check}
        appearance="primary"
        disabledFocusable={!ready}
        onClick={() => {
          if (ready) desk.check(readPort.value, null);
        }}
      >
        {t('renewal.check')}
      </Button>
    </div>
  );
}

function Outcome({
  desk,
  state: { outcome, file, port },
}: {
  readonly desk: RenewalDesk;
  readonly state: RenewalState;
}): ReactNode {
  const t = useWords();
  switch (outcome.kind) {
    case 'nothing':
      return null;
    case 'running':
      return <JobProgressBar label={t('renewal.running')} progress={null} onCancel={desk.stop} />;
    case 'password':
      return (
        <PasswordPrompt
          name={file?.name ?? ''}
          wrong={outcome.wrong}
          onPassword={(password) => desk.check(Number(port), password)}
          onCancel={() => desk.change({ file: null })}
        />
      );
    case 'failed':
      return <ErrorMessage error={outcome.error} />;
    case 'done':
      return <RenewalAnswer result={outcome.result} />;
    default:
      return outcome satisfies never;
  }
}

/** Takes over what a link to this page brings along. */
function useLinkedForm(desk: RenewalDesk): void {
  const { host, port, place } = renewalRoute.useSearch();
  useEffect(() => {
    const before = desk.store.get();
    // The lab is never left over from an earlier visit.
    const change = {
      place: place ?? 'internet',
      host: host ?? before.host,
      port: port === undefined ? before.port : String(port),
    };
    const isOther = Object.entries(change).some(
      ([name, value]) => before[name as keyof typeof change] !== value,
    );
    if (isOther) desk.change(change);
  }, [desk, host, port, place]);
}

function problem(t: Words, result: Result<unknown>) {
  if (result.ok) return {};
  const { message, action } = errorText(t, result.error);
  return { validationState: 'error' as const, validationMessage: `${message} ${action}` };
}
