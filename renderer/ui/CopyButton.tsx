import { Button } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import { useCopy } from './copy.ts';
import { useWords } from './words.tsx';
import type { ButtonProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** Copies a text, and says that it did: on the button, and to a screen reader. */
export function CopyButton({
  text,
  label,
  of,
  appearance = 'secondary',
  size = 'medium',
}: {
  readonly text: string;
  /** The button's words; "Copy" where what is copied stands beside it. */
  readonly label?: string;
  /** Added for a screen reader, which doesn't see what stands beside the button. */
  readonly of?: string;
  readonly appearance?: NonNullable<ButtonProps['appearance']>;
  readonly size?: NonNullable<ButtonProps['size']>;
}): ReactNode {
  const t = useWords();
  const { copied, copy } = useCopy();
  return (
    <Button
      appearance={appearance}
      size={size}
      icon={copied ? <CheckmarkRegular /> : <CopyRegular />}
      onClick={() => void copy(text)}
    >
      {copied ? t('app.copied') : (label ?? t('app.copy'))}
      {of !== undefined && (
        <VisuallyHidden> {of === text ? <span translate="no">{of}</span> : of}</VisuallyHidden>
      )}
    </Button>
  );
}
