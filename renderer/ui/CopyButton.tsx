import { Button } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useCopy } from './copy.ts';
import { useWords } from './words.tsx';
import type { ButtonProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** Copies a text, and says that it did: on the button, and to a screen reader. */
export function CopyButton({
  text,
  label,
  appearance = 'secondary',
  size = 'medium',
}: {
  readonly text: string;
  /** What is copied, for the button's words: "Copy record". */
  readonly label: string;
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
      {copied ? t('app.copied') : label}
    </Button>
  );
}
