import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useWords } from '../../ui/words.tsx';
import type { ReactNode } from 'react';

/** So that nobody takes the names of the practice lab for real ones. */
export function LabNotice(): ReactNode {
  const t = useWords();
  return (
    <MessageBar icon={<BeakerRegular />} intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('dnssecPage.lab')}</MessageBarTitle> {t('dnssecPage.lab.text')}
      </MessageBarBody>
      <MessageBarActions>
        <LinkButton to="/dnssec">{t('dnssecPage.lab.leave')}</LinkButton>
      </MessageBarActions>
    </MessageBar>
  );
}
