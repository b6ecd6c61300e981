import { Button, Spinner } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useMutation } from '@tanstack/react-query';
import { CallFailed, ask } from '../../../app/call.ts';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { csvLine } from '../../../../shared/dane/report/csv.ts';
import { saveText } from '../../../ui/saveText.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { Input, Output } from '../../../../shared/contract/index.ts';
import type { Question, RowOf, TableChannel } from './useWindow.ts';
import type { ReactNode } from 'react';
import type { TableKind } from './LongTable.tsx';
import type { WordId } from '../../../../shared/words/en.ts';
import type { Words } from '../../../ui/words.tsx';

const rowsAtOnce = 500;

/** Saves what the table shows, all rows of it, in its order. */
export function ExportTable<Channel extends TableChannel, Id extends string>({
  kind,
  question,
}: {
  readonly kind: TableKind<Channel, Id>;
  readonly question: Question<Channel>;
}): ReactNode {
  const t = useWords();
  const announce = useAnnounce();
  const { mutate, isPending, error } = useMutation({
    async mutationFn() {
      const name = `${kind.channel.replace('tenant.', '')}-${new Date().toISOString().slice(0, 10)}.csv`;
      saveText(name, await csvOf(kind, question, t), 'text/csv');
      return name;
    },
    onSuccess: (name) => announce(t('app.saved', { name })),
  });
  return (
    <>
      <Button
        icon={isPending ? <Spinner size="tiny" /> : <ArrowDownloadRegular />}
        disabledFocusable={isPending}
        onClick={() => mutate()}
      >
        {t(isPending ? 'tenantTable.exporting' : 'tenantTable.export')}
      </Button>
      {error instanceof CallFailed && <ErrorMessage error={error.error} />}
    </>
  );
}

async function csvOf<Channel extends TableChannel, Id extends string>(
  { channel, columns, textOf }: TableKind<Channel, Id>,
  question: Question<Channel>,
  t: Words,
): Promise<readonly string[]> {
  const ids = columns.map(({ id }) => id);
  const parts = [`\uFEFF${csvLine(ids.map((id) => t(`tenantTable.column.${id}` as WordId)))}`];
  for (let offset = 0; ; offset += rowsAtOnce) {
    const page: Output<Channel> = await ask(channel, {
      ...question,
      offset,
      limit: rowsAtOnce,
    } as Input<Channel>);
    const rows: readonly RowOf<Channel>[] = page.rows;
    for (const row of rows) parts.push(csvLine(ids.map((id) => textOf(id, row, t))));
    if (rows.length === 0 || offset + rows.length >= page.total) return parts;
  }
}
