import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import { useState } from 'react';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { JobProgressBar } from '../../ui/JobProgressBar.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { createReportMaking } from './runDesk.ts';
import { reportFormats } from '../../../shared/contract/reports.ts';
import { saveBytes } from '../../ui/saveBytes.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { useFeatureStore } from '../../ui/featureStore.tsx';
import { useStore } from '../../ui/store.ts';
import { useWords } from '../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { ReportFormat } from '../../../shared/contract/reports.ts';
import type { RunView } from '../../../shared/contract/readiness.ts';

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalM },
  text: { margin: 0 },
});

/** Saves a run as a file, or prints the page. */
export function SaveReport({ run }: { readonly run: RunView }): ReactNode {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const making = useFeatureStore(createReportMaking);
  const show = (isOpen: boolean) => {
    // What went wrong the last time is not of this one.
    if (isOpen && making.state.get().kind === 'failed') making.clear();
    setOpen(isOpen);
  };
  return (
    <>
      <Dialog open={open} onOpenChange={(_, data) => show(data.open)}>
        <DialogTrigger disableButtonEnhancement>
          <Button icon={<ArrowDownloadRegular />}>{t('report.save')}</Button>
        </DialogTrigger>
        <DialogSurface>{open && <Form run={run} onSaved={() => setOpen(false)} />}</DialogSurface>
      </Dialog>
      <Button icon={<PrintRegular />} onClick={() => window.print()}>
        {t('report.print')}
      </Button>
    </>
  );
}

function Form({
  run,
  onSaved,
}: {
  readonly run: RunView;
  readonly onSaved: () => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const announce = useAnnounce();
  const making = useFeatureStore(createReportMaking);
  const state = useStore(making.state);
  const [format, setFormat] = useState<ReportFormat>('html');
  const [redact, setRedact] = useState(false);
  const save = async () => {
    const ended = await making.start({ runId: run.id, format, redact });
    if (ended?.kind !== 'done') return;
    const { fileName, mediaType, base64 } = ended.value;
    saveBytes(fileName, base64, mediaType);
    making.clear();
    announce(t('app.saved', { name: fileName }));
    onSaved();
  };
  return (
    <DialogBody>
      <DialogTitle>{t('report.title')}</DialogTitle>
      <DialogContent className={styles.content}>
        <p className={styles.text}>{t('report.text')}</p>
        <SelectField
          label={t('report.format')}
          value={format}
          hint={t('report.format.hint')}
          choices={reportFormats.map((value) => ({ value, text: t(`report.format.${value}`) }))}
          onChange={(value) => setFormat(reportFormats.find((each) => each === value) ?? 'html')}
        />
        <div>
          <Checkbox
            label={t('report.redact')}
            checked={redact}
            onChange={(_, { checked }) => setRedact(checked === true)}
          />
          <p className={styles.text}>{t('report.redact.hint')}</p>
        </div>
        {state.kind === 'running' && (
          <JobProgressBar
            label={t('report.making')}
            progress={state.progress}
            onCancel={making.cancel}
          />
        )}
        {state.kind === 'failed' && <ErrorMessage error={state.error} />}
      </DialogContent>
      <DialogActions>
        <DialogTrigger disableButtonEnhancement>
          <Button>{t('app.close')}</Button>
        </DialogTrigger>
        <Button
          appearance="primary"
          disabledFocusable={state.kind === 'running'}
          onClick={() => void save()}
        >
          {t('report.yes')}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
