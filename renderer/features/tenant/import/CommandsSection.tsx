import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { CallFailed, ask } from '../../../app/call.ts';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { PagePending } from '../../../app/PagePending.tsx';
import { Section } from '../../../ui/Section.tsx';
import { sourceName } from '../sourceWords.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  text: { margin: 0, maxWidth: '72ch' },
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    justifyItems: 'start',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  code: { width: '100%' },
});

/** What to run in Exchange Online PowerShell. */
export function CommandsSection(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { data, error } = useQuery({
    queryKey: ['tenant.importCommands'],
    queryFn: () => ask('tenant.importCommands', {}),
    staleTime: Infinity,
  });
  return (
    <Section title={t('importPage.commands')}>
      <div className={styles.root}>
        <p className={styles.text}>{t('importPage.commands.text')}</p>
        {error instanceof CallFailed && <ErrorMessage error={error.error} />}
        {data === undefined && error === null && <PagePending />}
        {data !== undefined && (
          <>
            <div>
              <CopyButton
                text={data.map(({ command }) => command).join('\n')}
                label={t('importPage.commands.all')}
              />
            </div>
            <ul className={styles.list}>
              {data.map(({ kind, command, file }) => {
                const source = sourceName(kind, t);
                return (
                  <li key={`${kind} ${file}`} className={styles.item}>
                    <h3 className={styles.title}>{source}</h3>
                    <div className={styles.code}>
                      <CodeBlock label={t('importPage.commands.command', { source })}>
                        {command}
                      </CodeBlock>
                    </div>
                    <p className={styles.text}>{t('importPage.commands.file', { file })}</p>
                    <CopyButton text={command} of={source} size="small" />
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </div>
    </Section>
  );
}
