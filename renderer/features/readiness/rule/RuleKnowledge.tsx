import { makeStyles, tokens } from '@fluentui/react-components';
import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { Deadline } from '../Deadline.tsx';
import { ExternalLink } from '../../../ui/ExternalLink.tsx';
import { Section } from '../../../ui/Section.tsx';
import { messagePosts } from '../../../../shared/outlook/messages.ts';
import { deadlines } from '../../../../shared/readiness/deadlines.ts';
import { describeRule } from '../../../../shared/readiness/describe.ts';
import { rules } from '../../../../shared/readiness/rules.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { MessagePostId } from '../../../../shared/outlook/messages.ts';
import type { RuleId } from '../../../../shared/readiness/ruleIds.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '20px', lineHeight: tokens.lineHeightBase400 },
});

/** What is so for every tenant: what to do, dates, where it is said. */
export function RuleKnowledge({ id }: { readonly id: RuleId }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { fix, portal, rollback, verify } = describeRule(id, t);
  const rule = rules.find((each) => each.id === id);
  return (
    <>
      <Section title={t('rulePage.fix')}>
        <DefinitionList
          items={[
            { term: t('rulePage.fix'), description: fix },
            { term: t('rulePage.portal'), description: portal },
            { term: t('rulePage.rollback'), description: rollback },
            { term: t('rulePage.verify'), description: verify },
          ]}
        />
      </Section>
      {rule !== undefined && rule.deadlines.length > 0 && (
        <Section title={t('rulePage.deadlines')}>
          <ul className={styles.list}>
            {rule.deadlines.map((each) => (
              <li key={each}>
                <Deadline at={deadlines[each].at} /> · <Source address={deadlines[each].source} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {rule !== undefined && rule.posts.length > 0 && (
        <Section title={t('outlook.posts')}>
          <ul className={styles.list}>
            {rule.posts.map((id) => (
              <li key={id}>
                {t('outlook.posts.entry', { id, date: dayOf(id), text: t(`outlook.post.${id}`) })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {rule !== undefined && (
        <Section title={t('rulePage.sources')}>
          <ul className={styles.list}>
            {rule.sources.map((source) => (
              <li key={source}>
                <Source address={source} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** When what a post announces began. */
function dayOf(id: MessagePostId): string {
  return messagePosts.find((post) => post.id === id)?.day ?? '';
}

/** A page by the last part of its address, which says what it is about. */
function Source({ address }: { readonly address: string }): ReactNode {
  const parts = new URL(address).pathname.split('/').filter(Boolean);
  const name = parts.findLast((part) => /[a-z]{3}/i.test(part)) ?? address;
  return (
    <ExternalLink href={address}>
      <span translate="no">{name}</span>
    </ExternalLink>
  );
}
