import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DocumentAddRegular } from '@fluentui/react-icons/svg/document-add';
import { useRef, useState } from 'react';
import type { DragEvent, ReactNode, RefObject } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    padding: tokens.spacingHorizontalL,
    border: `2px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  over: {
    borderTopStyle: 'solid',
    borderRightStyle: 'solid',
    borderBottomStyle: 'solid',
    borderLeftStyle: 'solid',
    borderTopColor: tokens.colorCompoundBrandStroke,
    borderRightColor: tokens.colorCompoundBrandStroke,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    borderLeftColor: tokens.colorCompoundBrandStroke,
    backgroundColor: tokens.colorBrandBackground2,
  },
  text: { flex: '1 1 220px', minWidth: 0, color: tokens.colorNeutralForeground2 },
});

/** Takes dropped files, and lets one choose them by keyboard; `input` opens the dialog from elsewhere. */
export function DropZone({
  label,
  buttonLabel,
  accept,
  input,
  onFiles,
  children,
}: {
  /** What the file chooser is for, to a screen reader. */
  readonly label: string;
  readonly buttonLabel: string;
  readonly accept: string;
  readonly input?: RefObject<HTMLInputElement | null>;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const [over, setOver] = useState(false);
  const own = useRef<HTMLInputElement>(null);
  const chooser = input ?? own;
  const onDrag = (event: DragEvent, isOver: boolean) => {
    event.preventDefault();
    setOver(isOver);
  };
  return (
    <div
      className={mergeClasses(styles.root, over && styles.over)}
      onDragEnter={(event) => onDrag(event, true)}
      onDragOver={(event) => onDrag(event, true)}
      onDragLeave={(event) => onDrag(event, false)}
      onDrop={(event) => {
        // The page may take what is dropped beside; this was dropped here.
        event.stopPropagation();
        onDrag(event, false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <Button
        appearance="primary"
        icon={<DocumentAddRegular />}
        onClick={() => chooser.current?.click()}
      >
        {buttonLabel}
      </Button>
      <div className={styles.text}>{children}</div>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </div>
  );
}
