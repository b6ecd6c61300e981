import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useRouter } from '@tanstack/react-router';
import { Page } from '../../../app/Page.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { TopicBlock } from './TopicBlock.tsx';
import { guideRoute } from '../guideRoute.ts';
import { topics } from './topics.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { Topic } from './topic.ts';

const useStyles = makeStyles({
  root: {
    maxWidth: '76ch',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase500,
  },
  contents: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    fontSize: tokens.fontSizeBase300,
  },
  contentsTitle: { margin: 0, fontSize: tokens.fontSizeBase300 },
  contentsList: {
    columnWidth: '28ch',
    columnGap: tokens.spacingHorizontalXXL,
    margin: `${tokens.spacingVerticalS} 0 0`,
    paddingInlineStart: '24px',
    lineHeight: tokens.lineHeightBase500,
  },
  title: {
    width: 'fit-content',
    margin: `${tokens.spacingVerticalXXXL} 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    scrollMarginTop: tokens.spacingVerticalL,
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '4px',
    },
    ':focus': { outlineStyle: 'none' },
  },
});

/** The guide: every topic on one page, each with an address of its own. */
export function GuidePage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { topic } = guideRoute.useSearch();
  useTopicInView(topic);
  return (
    <Page title={t('guide.title')} lead={t('guide.lead')}>
      <div className={styles.root}>
        <nav aria-labelledby="guide-contents" className={styles.contents}>
          <h2 id="guide-contents" className={styles.contentsTitle}>
            {t('guide.topics')}
          </h2>
          <ol className={styles.contentsList}>
            {topics.map(({ id, title }) => (
              <li key={id}>
                <TextLink to="/tlsa/guide" search={{ topic: id }}>
                  {t(title)}
                </TextLink>
              </li>
            ))}
          </ol>
        </nav>
        {topics.map((each) => (
          <TopicSection key={each.id} topic={each} />
        ))}
      </div>
    </Page>
  );
}

/** Goes to the heading of the address's topic. */
function useTopicInView(topic: string | undefined): void {
  const router = useRouter();
  useEffect(() => {
    const show = () => {
      const heading = document.getElementById(`topic-${topic ?? ''}`);
      heading?.scrollIntoView();
      heading?.focus({ preventScroll: true });
    };
    show();
    // The router scrolls to the top once more when it has shown the page.
    return router.subscribe('onRendered', show);
  }, [router, topic]);
}

function TopicSection({ topic: { id, title, blocks } }: { readonly topic: Topic }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <section aria-labelledby={`topic-${id}`}>
      <h2 id={`topic-${id}`} tabIndex={-1} className={styles.title}>
        {t(title)}
      </h2>
      {blocks.map((block, index) => (
        // The blocks of a topic never change.
        // oxlint-disable-next-line react/no-array-index-key
        <TopicBlock key={index} block={block} />
      ))}
    </section>
  );
}
