import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Spinner,
} from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useState } from 'react';
import { CallFailed } from '../../../app/call.ts';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { saveReport } from './saveReport.ts';
import { reportKinds } from '../../../../shared/dane/report/reports.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { AppError } from '../../../../shared/errors.ts';
import type { ManyItem } from '../../../../shared/contract/dane.ts';
import type { ReactNode } from 'react';
import type { ReportKind } from '../../../../shared/dane/report/reports.ts';

/** Takes away what the table shows, in its order. */
export function ExportMenu({ rows }: { readonly rows: readonly ManyItem[] }): ReactNode {
  const t = useWords();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const checked = rows.flatMap((item) => (item.kind === 'checked' ? [item.row] : []));
  const save = async (kind: ReportKind) => {
    setBusy(true);
    setError(null);
    try {
      announce(t('app.saved', { name: await saveReport(kind, checked, t) }));
    } catch (problem) {
      if (!(problem instanceof CallFailed)) throw problem;
      setError(problem.error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            icon={busy ? <Spinner size="tiny" /> : <ArrowDownloadRegular />}
            disabledFocusable={busy || checked.length === 0}
          >
            {busy ? t('many.exporting') : t('many.export.of', { count: checked.length })}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {reportKinds.map((kind) => (
              <MenuItem key={kind} onClick={() => void save(kind)}>
                {t(`many.export.${kind}`)}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {error !== null && <ErrorMessage error={error} />}
    </>
  );
}
