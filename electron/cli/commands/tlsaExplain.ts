import { failure, success } from '../../../shared/errors.ts';
import type { AppError, Result } from '../../../shared/errors.ts';
import { warningCodes } from '../../../shared/tlsa/advice.ts';
import { adviseParsed } from '../../../shared/tlsa/adviseParsed.ts';
import { explainRecord } from '../../../shared/tlsa/explainRecord.ts';
import { presentation, zoneLine } from '../../../shared/tlsa/formatRecord.ts';
import { parseTlsaRecord, recordTextMax, splitRecords } from '../../../shared/tlsa/parseRecord.ts';
import type { ParsedRecord } from '../../../shared/tlsa/parseRecord.ts';
import { dataProblem, usableForSmtp } from '../../../shared/tlsa/recordProblem.ts';
import { defineCommand } from '../command.ts';
import type { Invocation } from '../command.ts';
import { runItems } from '../items.ts';
import type { ItemOutcome } from '../items.ts';
import { usageError } from '../options.ts';
import { readStdin } from '../readStdin.ts';
import { adviceText, partsText } from '../tlsaText.ts';
import { errorSentences } from '../words.ts';
import type { Words } from '../words.ts';

/** Records of a whole zone on stdin. */
const stdinBytesMax = 16 * 1024 * 1024;

export const command = defineCommand({
  usage: 'RECORD … | -',
  description: 'cli.tlsa-explain.description',
  options: {},
  examples: [
    'tlsa explain "3 1 1 d2abde240d7cd3ee6b4b28c54df034b97983a1d16e8a410e4561cb106618e971"',
    'tlsa explain --json - < zone.txt',
  ],
  async run(invocation) {
    const texts = await recordTexts(invocation);
    if (!texts.ok) return invocation.output.error(texts.error);
    return runItems(invocation, {
      items: texts.value,
      concurrency: 1,
      name: (text) => text.trim(),
      work: async (text) => explain(text, invocation),
    });
  },
});

/** One record an argument; words without quotes around them are one record. */
async function recordTexts({ positionals, io }: Invocation): Promise<Result<readonly string[]>> {
  const [first] = positionals;
  if (first === undefined) return usageError({ problem: 'missingArgument', argument: 'RECORD' });
  if (positionals.length === 1 && first === '-') {
    const bytes = await readStdin(io.stdin, stdinBytesMax);
    if (bytes === null) {
      return failure('tlsa-record-invalid', { problem: 'tooLong', max: recordTextMax });
    }
    const texts = splitRecords(Buffer.from(bytes).toString('utf8'));
    return success(texts.length === 0 ? [''] : texts);
  }
  const unquoted = positionals.length > 1 && !positionals.some((text) => /\s/.test(text));
  return success(unquoted ? [positionals.join(' ')] : positionals);
}

function explain(text: string, { words, output }: Invocation): Result<ItemOutcome> {
  const parsed = parseTlsaRecord(text);
  if (!parsed.ok && !output.json) return parsed;
  const error = parsed.ok ? malformed(parsed.value) : parsed.error;
  const record = parsed.ok ? parsed.value : null;
  const parts = record === null ? [] : explainRecord(record);
  const advice = record === null ? [] : adviseParsed(record);
  const line = {
    schema: 'exo-companion/tlsa-explanation@1',
    record: record?.record ?? null,
    valid: error === null,
    usableForSmtp: record !== null && usableForSmtp(record.record),
    parts: parts.map(({ field, value, name, meaning }) => ({
      field,
      value,
      name,
      meaning: words(meaning.id, meaning.params),
    })),
    warnings: warningCodes(advice),
    owner: record?.owner ?? null,
    ttl: record?.ttl ?? null,
    error: error === null ? null : { code: error.code, ...errorSentences(words, error) },
  } as const;
  return success({
    lines: [line],
    text: record === null ? '' : explanationText(words, record),
    exit: error === null ? 0 : 2,
  });
}

/** Data that can't be what the numbers say make a record that nothing can match. */
function malformed({ record }: ParsedRecord): AppError | null {
  const problem = dataProblem(record);
  if (problem === null) return null;
  const params = { octets: record.data.length / 2, expected: record.matchingType === 2 ? 64 : 32 };
  return {
    code: 'tlsa-record-invalid',
    params:
      problem === 'digest-length'
        ? { problem: 'digestLength', ...params }
        : { problem: 'dataMalformed', selector: record.selector },
  };
}

function explanationText(words: Words, parsed: ParsedRecord): string {
  const { owner, ttl, record } = parsed;
  const advice = adviceText(words, adviseParsed(parsed));
  const usable = words('cli.tlsa.usable', { usable: usableForSmtp(record) ? 'yes' : 'no' });
  return [
    owner === null ? presentation(record) : zoneLine({ owner, ttl, record }),
    partsText(words, explainRecord(parsed)),
    usable,
    ...(advice === '' ? [] : [advice]),
    '',
  ].join('\n\n');
}
