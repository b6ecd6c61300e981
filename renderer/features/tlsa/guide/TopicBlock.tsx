import { makeStyles, tokens } from '@fluentui/react-components';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { ExternalLink } from '../../../ui/ExternalLink.tsx';
import { Rich, useWords } from '../../../ui/words.tsx';
import { assertNever } from '../../../../shared/assertNever.ts';
import type { Block, HistoryEntry } from './topic.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  text: { margin: `0 0 ${tokens.spacingVerticalM}` },
  heading: {
    margin: `${tokens.spacingVerticalXL} 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase400,
  },
  list: { margin: `0 0 ${tokens.spacingVerticalM}`, paddingInlineStart: '28px' },
  item: { marginBottom: tokens.spacingVerticalS },
  code: { margin: `0 0 ${tokens.spacingVerticalM}` },
  copy: { marginTop: tokens.spacingVerticalXS },
  pictures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 200px), 1fr))',
    gap: tokens.spacingHorizontalXXL,
    margin: `${tokens.spacingVerticalL} 0`,
  },
  figure: { margin: 0 },
  caption: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  history: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderLeft: `4px solid ${tokens.colorNeutralStroke1}`,
  },
  past: { margin: 0, color: tokens.colorNeutralForeground2 },
  present: { margin: `${tokens.spacingVerticalXS} 0 0` },
});

export function TopicBlock({ block }: { readonly block: Block }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  switch (block.kind) {
    case 'text':
      return (
        <p className={styles.text}>
          <Rich id={block.id} />
        </p>
      );
    case 'heading':
      return (
        <h3 className={styles.heading}>
          <Rich id={block.id} />
        </h3>
      );
    case 'steps':
      return (
        <ol className={styles.list}>
          {block.ids.map((id) => (
            <li key={id} className={styles.item}>
              <Rich id={id} />
            </li>
          ))}
        </ol>
      );
    case 'example':
      return (
        <div className={styles.code}>
          <CodeBlock>{block.text}</CodeBlock>
        </div>
      );
    case 'code':
      return (
        <div className={styles.code}>
          <CodeBlock>{block.text}</CodeBlock>
          <div className={styles.copy}>
            <CopyButton
              text={block.text}
              label={t('guide.copyCommand')}
              size="small"
              appearance="subtle"
            />
          </div>
        </div>
      );
    case 'pictures':
      return (
        <div className={styles.pictures}>
          {block.pictures.map(({ Picture, caption }) => (
            <figure key={caption} className={styles.figure}>
              <Picture />
              <figcaption className={styles.caption}>
                <Rich id={caption} />
              </figcaption>
            </figure>
          ))}
        </div>
      );
    case 'links':
      return <Links links={block.links} />;
    case 'history':
      return block.entries.map((entry) => <History key={entry.past} entry={entry} />);
    default:
      return assertNever(block, 'block of the guide');
  }
}

function Links({ links }: Pick<Extract<Block, { kind: 'links' }>, 'links'>): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <ul className={styles.list}>
      {links.map(({ text, href }) => (
        <li key={href} className={styles.item}>
          <ExternalLink href={href}>{t(text)}</ExternalLink>
        </li>
      ))}
    </ul>
  );
}

function History({ entry }: { readonly entry: HistoryEntry }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <div className={styles.history}>
      <p className={styles.past}>
        <strong>{t('guide.history.then')}</strong> · <Rich id={entry.past} />
      </p>
      <p className={styles.present}>
        <strong>{t('guide.history.now')}</strong> · <Rich id={entry.present} />
      </p>
    </div>
  );
}
