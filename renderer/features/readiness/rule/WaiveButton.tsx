import {
  Button,
  Dialog,
  DialogSurface,
  DialogTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallFailed, ask } from '../../../app/call.ts';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { WaiveForm } from './WaiveForm.tsx';
import { tenantKey } from '../../../app/tenants.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useKeptFocus } from '../../../ui/useKeptFocus.ts';
import { useWords } from '../../../ui/words.tsx';
import { waiversQuery } from '../queries.ts';
import type { ReactNode } from 'react';
import type { RuleResult } from '../../../../shared/readiness/rule.ts';

const useStyles = makeStyles({ root: { '@media print': { display: 'none' } } });

const waivable: ReadonlySet<RuleResult['status']> = new Set(['fail', 'warning', 'manual']);

/** Lives with a result for a while, or ends that. */
export function WaiveButton({
  result,
  tenant,
}: {
  readonly result: RuleResult;
  readonly tenant: string;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const [open, setOpen] = useState(false);
  const root = useKeptFocus<HTMLDivElement>(result.status);
  if (result.status === 'waived') {
    return (
      <div ref={root} tabIndex={-1} className={styles.root}>
        <EndWaiver result={result} tenant={tenant} />
      </div>
    );
  }
  if (!waivable.has(result.status)) return null;
  return (
    <div ref={root} tabIndex={-1} className={styles.root}>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <DialogTrigger disableButtonEnhancement>
          <Button size="small">
            {t('waive.open')}
            {result.subject !== null && <VisuallyHidden> {result.subject}</VisuallyHidden>}
          </Button>
        </DialogTrigger>
        <DialogSurface>
          {open && <WaiveForm result={result} tenant={tenant} onDone={() => setOpen(false)} />}
        </DialogSurface>
      </Dialog>
    </div>
  );
}

function EndWaiver({
  result,
  tenant,
}: {
  readonly result: RuleResult;
  readonly tenant: string;
}): ReactNode {
  const t = useWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  const { data } = useQuery(waiversQuery(tenant));
  const waiver = data?.find(
    ({ rule, subject, expired }) =>
      !expired && rule === result.rule && (subject === null || subject === result.subject),
  );
  const end = useMutation({
    mutationFn: (id: number) => ask('readiness.unwaive', { tenant, id }),
    async onSuccess() {
      announce(t('waive.removed'));
      await client.invalidateQueries({ queryKey: tenantKey });
    },
  });
  if (waiver === undefined) return null;
  return (
    <>
      <Button size="small" disabledFocusable={end.isPending} onClick={() => end.mutate(waiver.id)}>
        {t('waive.remove')}
      </Button>
      {end.error instanceof CallFailed && <ErrorMessage error={end.error.error} />}
    </>
  );
}
