import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { createDesk } from './desk.ts';
import { fileNameOf } from '../fileName.ts';
import { optionsOf } from '../draft.ts';
import { saveText } from '../../../ui/saveText.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useShortcut } from '../../../app/shortcuts.ts';
import { useStore } from '../../../ui/store.ts';
import { useWords } from '../../../ui/words.tsx';
import type { KeptCheck } from '../../../../shared/contract/dane.ts';
import type { ReactNode } from 'react';

/** What one can do with a result as a whole. */
export function ResultActions({ kept }: { readonly kept: KeptCheck }): ReactNode {
  const t = useWords();
  const announce = useAnnounce();
  const desk = useFeatureStore(createDesk);
  const { options: draft } = useStore(desk.store);
  const { check, place, service } = kept;
  const checkAgain = () => {
    const options = optionsOf(draft);
    if (options.ok) desk.start(check.domain, { ...options.value, place, service });
    else desk.change({ optionsOpen: true });
  };
  const save = () => {
    const name = fileNameOf(`dane-${check.domain}`, 'json');
    saveText(name, `${JSON.stringify(check, null, 2)}\n`, 'application/json');
    announce(t('app.saved', { name }));
  };
  useShortcut('checkAgain', checkAgain);
  return (
    <>
      <Button appearance="primary" icon={<ArrowSyncRegular />} onClick={checkAgain}>
        {t('daneCheck.checkAgain')}
      </Button>
      <LinkButton
        to="/history/$subject"
        params={{ subject: check.domain }}
        search={place === 'lab' ? { place } : {}}
      >
        {t('daneCheck.history')}
      </LinkButton>
      <CopyButton text={linkOf(kept)} label={t('daneCheck.link')} />
      <Button icon={<ArrowDownloadRegular />} onClick={save}>
        {t('daneCheck.save')}
      </Button>
    </>
  );
}

/** Opens this page wherever the app is installed; it starts nothing there. */
function linkOf({ check, place, service }: KeptCheck): string {
  const search = new URLSearchParams({
    ...(service !== 'smtp' && { service }),
    ...(place === 'lab' && { place }),
  }).toString();
  const path = `exo-companion://dane/${encodeURIComponent(check.domain)}`;
  return search === '' ? path : `${path}?${search}`;
}
