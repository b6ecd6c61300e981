import { TextLink } from '../../../ui/TextLink.tsx';
import { useRef } from 'react';
import { DropZone } from '../../../ui/DropZone.tsx';
import { useShortcut } from '../../../app/shortcuts.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';

/** Only a suggestion to the file dialog: what a file is, its content says. */
const accept = '.pem,.crt,.cer,.der,.p7b,.p7c,.pfx,.p12,.sst,.txt';

export function FileDrop({
  onFiles,
}: {
  readonly onFiles: (files: readonly File[]) => void;
}): ReactNode {
  const t = useWords();
  const chooser = useRef<HTMLInputElement>(null);
  useShortcut('chooseFiles', () => chooser.current?.click());
  return (
    <DropZone
      label={t('generator.files.label')}
      buttonLabel={t('generator.files.choose')}
      accept={accept}
      input={chooser}
      onFiles={onFiles}
    >
      {t('generator.files.hint')}{' '}
      <TextLink inline to="/tlsa/guide" search={{ topic: 'export' }}>
        {t('generator.files.howToExport')}
      </TextLink>
    </DropZone>
  );
}
