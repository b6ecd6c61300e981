import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { errorText } from './errorText.ts';
import { useWords } from './words.tsx';
import type { AppError } from '../../shared/errors.ts';
import type { ReactNode } from 'react';

/** An expected failure: what is wrong, and what to do. */
export function ErrorMessage({
  error,
  actions,
}: {
  readonly error: AppError;
  readonly actions?: ReactNode;
}): ReactNode {
  const { message, action } = errorText(useWords(), error);
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{message}</MessageBarTitle> {action}
      </MessageBarBody>
      {actions !== undefined && <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  );
}
