import type { Evidence, Finding } from '../../../../shared/dane/check.ts';
import { isDifference } from '../../../../shared/dnssec/resolverOpinion.ts';
import { finding, selectKey } from './finding.ts';

type AnswerEvidence = Evidence['answers'][number];

const questionsShown = 3;

/**
 * Where the resolver comes to something else than the validation here; each difference once, with the
 * questions that it is about. Whoever vouches for what is not proven is a reason to worry; whoever
 * refuses what is proven may be strict, behind, or asked of another time (`--at`).
 */
export function opinionFindings(
  host: string | null,
  answers: readonly AnswerEvidence[],
): Finding[] {
  const differing = Map.groupBy(
    answers.filter(({ resolver }) => isDifference(resolver.opinion)),
    ({ resolver }) => resolver.opinion,
  );
  return [...differing].map(([opinion, about]) => {
    const questions = [...new Set(about.map(({ question }) => question))];
    const params = {
      question: questions.slice(0, questionsShown).join(', '),
      server: about[0]?.server ?? '',
      opinion: selectKey(opinion),
    };
    const strict = opinion.startsWith('refuses-') ? ({ severity: 'info' } as const) : {};
    return finding('resolver-differs', host === null ? {} : { host }, { params, ...strict });
  });
}
