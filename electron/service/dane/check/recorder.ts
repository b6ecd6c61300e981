import type { CheckStep, Evidence, TraceEntry } from '../../../../shared/dane/check.ts';
import { extendedErrorName, typeName } from '../../dns/codes.ts';
import { nameText } from './nameText.ts';
import { formatRecord } from '../../dns/rdata/format.ts';
import type { DomainName } from '../../dns/types.ts';
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
}

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
      errors: answer.resolver.extendedErrors.map(({ code, text }) =>
        text === '' ? extendedErrorName(code) : `${extendedErrorName(code)}: ${text}`,
      ),
    },
  };
}

export function createRecorder(
  validator: Validator,
  onEntry: (entry: TraceEntry) => void = () => {},
): Recorder {
  const trace: TraceEntry[] = [];
  const answers: AnswerEvidence[] = [];
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
      answers.push(evidenceOf(question, answer));
      return answer;
    },
    add,
    trace,
    answers,
  };
}
