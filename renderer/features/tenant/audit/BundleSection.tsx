import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { CallFailed, ask } from '../../../app/call.ts';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { ScrollArea } from '../../../ui/ScrollArea.tsx';
import { Section } from '../../../ui/Section.tsx';
import { saveText } from '../../../ui/saveText.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { Output } from '../../../../shared/contract/index.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    justifyItems: 'start',
  },
  lead: { margin: 0, maxWidth: '72ch' },
  files: { width: '100%' },
  text: { maxHeight: '480px' },
});

/** A redacted bundle, shown before it can be saved. */
export function BundleSection(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const announce = useAnnounce();
  const { data, error, isPending, mutate } = useMutation({
    mutationFn: () => ask('tenant.supportBundle', {}),
  });
  const save = (bundle: Output<'tenant.supportBundle'>) => {
    saveText(bundle.fileName, bundleText(bundle), 'text/plain');
    announce(t('app.saved', { name: bundle.fileName }));
  };
  return (
    <Section title={t('auditPage.bundle')}>
      <div className={styles.root}>
        <p className={styles.lead}>{t('auditPage.bundle.text')}</p>
        <Button disabledFocusable={isPending} onClick={() => mutate()}>
          {t('auditPage.bundle.make')}
        </Button>
        {error instanceof CallFailed && <ErrorMessage error={error.error} />}
        {data !== undefined && (
          <>
            <div className={styles.files}>
              <p className={styles.lead}>
                {t('auditPage.bundle.files', {
                  name: data.fileName,
                  count: data.files.length,
                  size: bundleText(data).length,
                })}
              </p>
              {data.files.map(({ name, text }) => (
                <Disclosure key={name} label={t('auditPage.bundle.file', { name })}>
                  <ScrollArea className={styles.text} label={t('auditPage.bundle.file', { name })}>
                    <CodeBlock>{text}</CodeBlock>
                  </ScrollArea>
                </Disclosure>
              ))}
            </div>
            <Button appearance="primary" onClick={() => save(data)}>
              {t('auditPage.bundle.save')}
            </Button>
          </>
        )}
      </div>
    </Section>
  );
}

/** One text with each file under its name, so that one can read it anywhere. */
function bundleText({ files }: Output<'tenant.supportBundle'>): string {
  return files.map(({ name, text }) => `===== ${name} =====\n${text.trimEnd()}\n`).join('\n');
}
