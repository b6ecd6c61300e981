import { Button, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { JobProgressBar } from '../../../ui/JobProgressBar.tsx';
import { PasswordPrompt } from './PasswordPrompt.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { SpokenStatus } from '../../../ui/SpokenStatus.tsx';
import { assertNever } from '../../../../shared/assertNever.ts';
import { useWords } from '../../../ui/words.tsx';
import type { CertificateFile } from '../../../../shared/contract/certificates.ts';
import type { FileEntry } from './workbenchState.ts';
import type { ReactNode } from 'react';
import type { Workbench } from './workbench.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalM} 0 0`,
    padding: 0,
    listStyleType: 'none',
  },
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none', paddingBottom: 0 },
  },
  content: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXXS,
    paddingTop: '5px',
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  notes: { margin: 0, paddingInlineStart: '20px' },
});

/** Each file with how its reading went; one bad file hides no other. */
export function FileList({
  files,
  workbench,
}: {
  readonly files: readonly FileEntry[];
  readonly workbench: Workbench;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const count = (kind: FileEntry['state']['kind']) =>
    files.filter(({ state }) => state.kind === kind).length;
  return (
    <>
      <SpokenStatus>
        {files.length > 0 &&
          t('generator.files.status', {
            read: count('read'),
            failed: count('failed'),
            waiting: count('password'),
          })}
      </SpokenStatus>
      {files.length > 0 && (
        <ul className={styles.list} aria-label={t('generator.files.list')}>
          {files.map((file) => (
            <li key={file.id} className={styles.entry}>
              <div className={styles.content}>
                <span className={styles.name} translate="no">
                  {file.name}
                </span>
                <FileContent file={file} workbench={workbench} />
              </div>
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={t('generator.files.remove', { name: file.name })}
                onClick={() => workbench.remove(file.id)}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function FileContent({
  file: { id, name, state },
  workbench,
}: {
  readonly file: FileEntry;
  readonly workbench: Workbench;
}): ReactNode {
  const t = useWords();
  switch (state.kind) {
    case 'waiting':
      return <Spinner size="tiny" label={t('generator.files.waiting')} labelPosition="after" />;
    case 'reading':
      return (
        <JobProgressBar
          label={t('generator.files.reading')}
          progress={state.progress}
          onCancel={() => workbench.cancel(id)}
        />
      );
    case 'password':
      return (
        <PasswordPrompt
          name={name}
          wrong={state.wrong}
          onPassword={(password) => workbench.enterPassword(id, password)}
          onCancel={() => workbench.remove(id)}
        />
      );
    case 'failed':
      return <ErrorMessage error={state.error} />;
    case 'read':
      return <ReadFile file={state.file} />;
    default:
      return assertNever(state, 'state of a file');
  }
}

function ReadFile({ file }: { readonly file: CertificateFile }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <>
      <VerdictIcon
        verdict="good"
        word={t('generator.files.read', {
          format: t(`certificates.format.${file.format}`),
          count: file.certificates.length,
        })}
      />
      {file.notes.length > 0 && (
        <ul className={styles.notes}>
          {file.notes.map(({ code, count }) => (
            <li key={code}>{t(`certificates.note.${code}`, { count })}</li>
          ))}
        </ul>
      )}
    </>
  );
}
