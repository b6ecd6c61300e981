import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';

/** Stands on every page that shows something of the practice lab, so that nobody takes it for real. */
export function LabBanner(): ReactNode {
  const t = useWords();
  return (
    <MessageBar icon={<BeakerRegular />} intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('daneCheck.lab')}</MessageBarTitle> {t('daneCheck.lab.text')}
      </MessageBarBody>
      <MessageBarActions>
        <LinkButton to="/lab">{t('daneCheck.lab.domains')}</LinkButton>
        <LinkButton to="/dane">{t('daneCheck.lab.leave')}</LinkButton>
      </MessageBarActions>
    </MessageBar>
  );
}
