import type { CheckStep, Evidence, TraceEntry } from '../../../../shared/dane/check.ts';
import { extendedErrorName, typeName } from '../../dns/codes.ts';
import { nameText } from './nameText.ts';
import { formatRecord } from '../../dns/rdata/format.ts';
import { describeResolverView } from '../../dns/lookup.ts';
import type { ResolverView } from '../../../../shared/contract/dns.ts';
import { resolverOpinion } from '../../../../shared/dnssec/resolverOpinion.ts';
import type { DomainName, Exchange } from '../../dns/types.ts';
import type { ValidatedAnswer, Validator } from '../../dnssec/types.ts';

type AnswerEvidence = Evidence['answers'][number];

/** Records of one answer that are kept as evidence. */
const recordsMax = 100;

/** Asks the DNS and writes down what was asked and what came. */
export interface Recorder {
  ask(
    step: CheckStep,
    name: DomainName,
    type: number,
    signal: AbortSignal,
  ): Promise<ValidatedAnswer>;
  add(entry: TraceEntry): void;
  readonly trace: readonly TraceEntry[];
  readonly answers: readonly AnswerEvidence[];
  /** Resolves when the resolver's own opinion of every answer is among `answers`. */
  settled(): Promise<void>;
}

/** Questions on which a sender's fate hangs: of these the resolver is asked what it makes itself. */
const weighty: ReadonlySet<CheckStep> = new Set<CheckStep>(['mx', 'address', 'tlsa']);

function evidenceOf(question: string, answer: ValidatedAnswer): AnswerEvidence {
  return {
    question,
    server: answer.server,
    status: answer.status,
    reason: answer.reason,
    records: answer.records.slice(0, recordsMax).map(formatRecord),
    expires: answer.expires,
    chain: answer.chain.map(({ zone, step, result, reason }) => ({
      zone: nameText(zone),
      step,
      result,
      reason,
    })),
    resolver: {
      ad: answer.resolver.ad,
      // With CD a resolver need not have looked: only a yes says something.
      opinion: answer.resolver.ad
        ? resolverOpinion({
            status: answer.status,
            resolver: { ad: true, rcode: 'NOERROR', ede: [] },
          })
        : 'unknown',
      errors: answer.resolver.extendedErrors.map(({ code, text }) =>
        text === '' ? extendedErrorName(code) : `${extendedErrorName(code)}: ${text}`,
      ),
    },
  };
}

function withOpinion(evidence: AnswerEvidence, view: ResolverView): AnswerEvidence {
  if (view.ad === null) return evidence;
  const opinion = resolverOpinion({ status: evidence.status, resolver: view });
  return { ...evidence, resolver: { ...evidence.resolver, ad: view.ad, opinion } };
}

export function createRecorder(
  validator: Validator,
  onEntry: (entry: TraceEntry) => void = () => {},
  opinion: Exchange | null = null,
): Recorder {
  const trace: TraceEntry[] = [];
  const answers: AnswerEvidence[] = [];
  const opinions: Promise<void>[] = [];
  function add(entry: TraceEntry): void {
    trace.push(entry);
    onEntry(entry);
  }
  return {
    async ask(step, name, type, signal) {
      const answer = await validator.validate(name, type, signal);
      const question = `${nameText(name)} ${typeName(type)}`;
      const { server, status, reason, milliseconds } = answer;
      add({ step, question, server, status, reason, ms: Math.round(milliseconds) });
      const evidence = evidenceOf(question, answer);
      const index = answers.push(evidence) - 1;
      if (opinion !== null && weighty.has(step) && answer.rcode !== null) {
        // Nobody waits for it here: the way to the verdict goes on meanwhile.
        const asked = opinion({ name, type }, signal);
        const compare = async (): Promise<void> => {
          answers[index] = withOpinion(evidence, describeResolverView(await asked));
        };
        opinions.push(compare());
      }
      return answer;
    },
    add,
    trace,
    answers,
    async settled() {
      await Promise.all(opinions);
    },
  };
}
