import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { CallFailed, ask } from '../../app/call.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Page } from '../../app/Page.tsx';
import { PagePending } from '../../app/PagePending.tsx';
import { Section } from '../../ui/Section.tsx';
import { components } from './components.ts';
import { useWords } from '../../ui/words.tsx';
import type { AppInfo } from '../../../shared/contract/app.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  sections: { display: 'grid', gap: tokens.spacingVerticalL, maxWidth: '800px' },
  list: { margin: 0, paddingInlineStart: '20px', lineHeight: tokens.lineHeightBase400 },
  copy: { marginTop: tokens.spacingVerticalM },
});

const promises = ['telemetry', 'files', 'keys', 'calls'] as const;

export function AboutPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <Page title={t('about.title')} lead={t('about.lead')}>
      <div className={styles.sections}>
        <Section title={t('about.version')}>
          <Version />
        </Section>
        <Section title={t('about.privacy')}>
          <ul className={styles.list}>
            {promises.map((each) => (
              <li key={each}>{t(`about.privacy.${each}`)}</li>
            ))}
          </ul>
        </Section>
        <Section title={t('about.licences')}>
          <p>{t('about.licences.text')}</p>
          <ul className={styles.list} translate="no">
            {components.map(({ name, licence }) => (
              <li key={name}>
                {name} – {licence}
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </Page>
  );
}

function Version(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { data, error } = useQuery({ queryKey: ['app.info'], queryFn: () => ask('app.info', {}) });
  if (error instanceof CallFailed) return <ErrorMessage error={error.error} />;
  if (data === undefined) return <PagePending />;
  const runtime = data.runtime.map(({ name, version }) => `${name} ${version}`).join(', ');
  return (
    <>
      <DefinitionList
        items={[
          { term: t('about.appVersion'), description: <span translate="no">{data.version}</span> },
          { term: t('about.host'), description: t(`about.host.${data.host}`) },
          { term: t('about.runtime'), description: <span translate="no">{runtime}</span> },
          {
            term: t('about.dataDirectory'),
            description: <code translate="no">{data.dataDirectory}</code>,
          },
        ]}
      />
      <div className={styles.copy}>
        <CopyButton text={forBugReport(data, runtime)} label={t('about.copy')} />
      </div>
    </>
  );
}

/** Without the data directory, which may hold a person's name. */
function forBugReport(info: AppInfo, runtime: string): string {
  return `exo-companion ${info.version} (${info.host})\n${runtime}\n`;
}
