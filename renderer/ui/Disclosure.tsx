import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { minWidth: 0 },
  button: { paddingInline: tokens.spacingHorizontalXS, minWidth: 0, textAlign: 'start' },
  content: {
    paddingTop: tokens.spacingVerticalS,
    paddingInlineStart: tokens.spacingHorizontalS,
    minWidth: 0,
  },
});

/** Folded away until asked for; what is inside is made when it is first opened. */
export function Disclosure({
  label,
  of,
  open,
  onOpen,
  children,
}: {
  readonly label: string;
  /** Added for a screen reader, which doesn't see what stands beside the button. */
  readonly of?: string;
  /** With `onOpen`: held by the caller. */
  readonly open?: boolean;
  readonly onOpen?: (open: boolean) => void;
  readonly children: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const id = useId();
  const [own, setOwn] = useState(false);
  const isOpen = open ?? own;
  return (
    <div className={styles.root}>
      <Button
        appearance="transparent"
        size="small"
        className={styles.button}
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => (onOpen ?? setOwn)(!isOpen)}
      >
        {label}
        {of !== undefined && <VisuallyHidden> {of}</VisuallyHidden>}
      </Button>
      <div id={id} hidden={!isOpen} className={isOpen ? styles.content : undefined}>
        {isOpen && children}
      </div>
    </div>
  );
}
