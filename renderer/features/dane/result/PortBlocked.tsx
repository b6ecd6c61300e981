import { makeStyles, tokens } from '@fluentui/react-components';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { DaneCheck } from '../../../../shared/dane/check.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  text: { margin: `0 0 ${tokens.spacingVerticalM}`, maxWidth: '80ch' },
  ways: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))',
    gap: tokens.spacingHorizontalXL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  way: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    alignContent: 'start',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  hint: { margin: 0 },
  action: { justifySelf: 'start' },
});

export function isPortBlocked({ findings }: DaneCheck): boolean {
  return findings.some(({ code }) => code === 'port-25-blocked-here');
}

/** What still works where port 25 is closed to this computer. */
export function PortBlocked({ check }: { readonly check: DaneCheck }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const [host] = check.hosts;
  return (
    <Section title={t('daneCheck.blocked')}>
      <p className={styles.text}>{t('daneCheck.blocked.text')}</p>
      <ul className={styles.ways}>
        <li className={styles.way}>
          <h3 className={styles.title}>{t('daneCheck.blocked.ssh')}</h3>
          <p className={styles.hint}>{t('daneCheck.blocked.ssh.text')}</p>
          <Command text="ssh -N -D 1080 mail.example.com" />
        </li>
        <li className={styles.way}>
          <h3 className={styles.title}>{t('daneCheck.blocked.cli')}</h3>
          <p className={styles.hint}>{t('daneCheck.blocked.cli.text')}</p>
          <Command text={`node exo-companion.mjs dane check ${check.domain}`} />
        </li>
        <li className={styles.way}>
          <h3 className={styles.title}>{t('daneCheck.blocked.file')}</h3>
          <p className={styles.hint}>{t('daneCheck.blocked.file.text')}</p>
          <TextLink
            className={styles.action}
            to="/tlsa/renewal"
            search={{ ...(host !== undefined && { host: host.tlsaBase ?? host.name }) }}
          >
            {t('daneCheck.blocked.file.action')}
          </TextLink>
        </li>
      </ul>
    </Section>
  );
}

function Command({ text }: { readonly text: string }): ReactNode {
  const styles = useStyles();
  return (
    <>
      <CodeBlock>{text}</CodeBlock>
      <div className={styles.action}>
        <CopyButton text={text} of={text} size="small" appearance="subtle" />
      </div>
    </>
  );
}
