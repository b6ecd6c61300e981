import { Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { CallFailed } from '../../../app/call.ts';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { ScrollArea } from '../../../ui/ScrollArea.tsx';
import { sourceName } from '../sourceWords.ts';
import { sourceQuery } from '../queries.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { SourceId } from '../../../../shared/tenant/sources.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
  },
  code: { width: '100%', maxHeight: '480px' },
  text: { margin: 0 },
  // What is out of sight is not laid out: there may be 40,000 lines.
  stretch: { display: 'block', contentVisibility: 'auto', containIntrinsicHeight: 'auto 4400px' },
});

/** The kept data of a source as JSON. */
export function RawSource({
  snapshotId,
  source,
}: {
  readonly snapshotId: number;
  readonly source: SourceId;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { data, error } = useQuery(sourceQuery(snapshotId, source));
  const name = sourceName(source, t);
  if (error instanceof CallFailed) return <ErrorMessage error={error.error} />;
  if (data === undefined) return <Spinner label={t('app.loading')} />;
  return (
    <div className={styles.root}>
      {data.left > 0 && (
        <p className={styles.text}>{t('tenantPages.raw.left', { count: data.left })}</p>
      )}
      <ScrollArea className={styles.code} label={t('tenantPages.raw.label', { source: name })}>
        <CodeBlock>
          {stretchesOf(data.json).map((stretch, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the text stays as it is
            <span key={index} className={styles.stretch}>
              {stretch}
            </span>
          ))}
        </CodeBlock>
      </ScrollArea>
      <CopyButton text={data.json} label={t('tenantPages.raw.copy')} of={name} />
    </div>
  );
}

const linesOfStretch = 200;

/** The text in stretches of some lines, each with its line ends. */
function stretchesOf(text: string): readonly string[] {
  const lines = text.split(/(?<=\n)/);
  return Array.from({ length: Math.ceil(lines.length / linesOfStretch) }, (_, index) =>
    lines.slice(index * linesOfStretch, (index + 1) * linesOfStretch).join(''),
  );
}
