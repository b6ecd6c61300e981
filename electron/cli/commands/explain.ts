import { success } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/errors.ts';
import { explain, explainTextMax } from '../../../shared/mailflow/explain.ts';
import type { Explanation } from '../../../shared/mailflow/explanation.ts';
import { explanationSentences } from '../../../shared/mailflow/explanationWords.ts';
import { pastedText } from '../../service/mailflow/pastedText.ts';
import { defineCommand } from '../command.ts';
import type { Invocation } from '../command.ts';
import { usageError } from '../options.ts';
import type { JsonLine } from '../output.ts';
import { readInputFile } from '../readInputFile.ts';
import type { Words } from '../words.ts';

function explanationLine(explanation: Explanation, words: Words): JsonLine {
  const { cause: _, params: __, ...shown } = explanation;
  return {
    schema: 'exo-companion/explanation@1',
    ...shown,
    ...explanationSentences(explanation, words),
  };
}

function explanationText(explanation: Explanation, words: Words): string {
  const { kind, codes, server, ip, port, domain, time, verbatim, whoseSide } = explanation;
  const { meaning, next } = explanationSentences(explanation, words);
  const place = ip === null ? null : port === null ? ip : `${ip}, ${port}`;
  const fields = (
    [
      ['codes', codes.join(', ') || null],
      ['server', server],
      ['ip', place],
      ['domain', domain],
      ['time', time],
    ] as const
  ).flatMap(([name, value]) =>
    value === null ? [] : [`  ${words(`mailflow.field.${name}`, { value })}`],
  );
  const side = kind === 'unknown' ? [] : [`  ${words(`mailflow.side.${whoseSide}`)}`];
  return [
    `${words(`mailflow.kind.${kind}`)}: ${meaning}`,
    ...fields,
    ...verbatim.map((value) => `  ${words('mailflow.field.verbatim', { value })}`),
    ...side,
    ...next.map((step) => `  → ${step}`),
  ].join('\n');
}

async function inputOf({ positionals, io }: Invocation): Promise<Result<string>> {
  const [text, ...surplus] = positionals;
  if (surplus.length > 0) {
    // A text without quotes around it, most likely.
    return success(positionals.join(' '));
  }
  if (text !== undefined && text !== '-') return success(text);
  const bytes = await readInputFile('-', explainTextMax, io);
  return bytes.ok ? pastedText(bytes.value) : bytes;
}

export const command = defineCommand({
  usage: '[TEXT|-]',
  description: 'mailflow.explain.description',
  options: {},
  examples: [
    'explain "450 4.7.323 tlsa-invalid: The domain failed DANE validation"',
    'explain - < report.json.gz',
  ],
  async run(invocation) {
    const { output, words, clock } = invocation;
    const text = await inputOf(invocation);
    if (!text.ok) return output.error(text.error);
    if (text.value.trim() === '') {
      return output.error(usageError({ problem: 'missingArgument', argument: 'TEXT' }).error);
    }
    const explanations = explain(text.value, clock());
    await output.print(
      explanations.map((explanation) => explanationLine(explanation, words)),
      explanations.map((explanation) => explanationText(explanation, words)).join('\n\n'),
    );
    return explanations.some(({ kind }) => kind === 'unknown') ? 1 : 0;
  },
});
