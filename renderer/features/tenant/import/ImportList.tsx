import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { ImportFile } from './importing.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '36px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' },
});

/** The files, and how much of each the service has. */
export function ImportList({
  files,
  onRemove,
}: {
  readonly files: readonly ImportFile[];
  /** `null`: not now. */
  readonly onRemove: ((id: string) => void) | null;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <ul className={styles.list} aria-label={t('importPage.list')}>
      {files.map(({ id, file, share }) => (
        <li key={id} className={styles.item}>
          <span className={styles.name} translate="no">
            {file.name}
          </span>
          <span>{t('importPage.file.size', { size: Math.ceil(file.size / 1000) })}</span>
          <span>
            {share === null ? t('importPage.file.ready') : t('importPage.file.sending', { share })}
          </span>
          {onRemove !== null && (
            <Button
              size="small"
              appearance="subtle"
              icon={<DismissRegular />}
              onClick={() => onRemove(id)}
            >
              {t('importPage.file.remove')}
              <VisuallyHidden> {file.name}</VisuallyHidden>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
