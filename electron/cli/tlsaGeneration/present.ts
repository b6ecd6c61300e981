import { warningCodes } from '../../../shared/tlsa/advice.ts';
import type { Advice } from '../../../shared/tlsa/advice.ts';
import { adviseRecord } from '../../../shared/tlsa/adviseRecord.ts';
import { adviseSet } from '../../../shared/tlsa/adviseSet.ts';
import { explainRecord } from '../../../shared/tlsa/explainRecord.ts';
import { zoneLine } from '../../../shared/tlsa/formatRecord.ts';
import type { RecordOfCertificate } from '../../../shared/tlsa/recordsOf.ts';
import type { JsonLine } from '../output.ts';
import { adviceText, partsText } from '../tlsaText.ts';
import type { Words } from '../words.ts';
import type { Plan } from './plan.ts';

/** The records of one file as `tlsa-record@1`. */
export function recordLines(
  plan: Plan,
  source: string,
  records: readonly RecordOfCertificate[],
  at: Date,
): JsonLine[] {
  const { owner, ttl } = plan;
  const common = setAdvice(plan, records);
  return records.map(({ certificate, record }) => {
    const { usage, selector, matchingType, data } = record;
    return {
      schema: 'exo-companion/tlsa-record@1',
      source,
      subject: certificate.subject,
      fingerprint: certificate.fingerprint,
      owner,
      ttl,
      record: { usage, selector, matchingType, data },
      zone: zoneLine({ owner, ttl, record }),
      warnings: warningCodes([...adviceOn(plan, { certificate, record }, at), ...common]),
    };
  });
}

/** The records of one file for people. */
export function recordsText(
  words: Words,
  plan: Plan,
  source: string,
  records: readonly RecordOfCertificate[],
  at: Date,
): string {
  const { owner, ttl } = plan;
  const [only, ...others] = records;
  const paragraphs = plan.all
    ? [allText(words, plan, source, records)]
    : records.flatMap(({ certificate, record }) => [
        sourceText(words, source, certificate.subject),
        zoneLine({ owner, ttl, record }),
      ]);
  const common = setAdvice(plan, records);
  const advice = plan.all ? [] : records.flatMap((each) => adviceOn(plan, each, at));
  return [
    ...paragraphs,
    ...(only !== undefined && others.length === 0
      ? [partsText(words, explainRecord({ owner, ttl, record: only.record }))]
      : []),
    placeText(words, plan),
    adviceText(words, distinct([...advice, ...common])),
    '',
  ]
    .filter((paragraph, index, all) => paragraph !== '' || index === all.length - 1)
    .join('\n\n');
}

function allText(
  words: Words,
  { owner, ttl }: Plan,
  source: string,
  records: readonly RecordOfCertificate[],
): string {
  let above: string | null = null;
  return records
    .flatMap(({ certificate, record }) => {
      const line = zoneLine({ owner, ttl, record });
      const isSame = above === certificate.fingerprint;
      above = certificate.fingerprint;
      return isSame ? [line] : [`\n${sourceText(words, source, certificate.subject)}`, line];
    })
    .join('\n')
    .trimStart();
}

function sourceText(words: Words, source: string, subject: string): string {
  return words('cli.tlsa.source', { source, subject: subject === '' ? 'none' : subject });
}

function placeText(words: Words, { host, zone, zoneIsGuess }: Plan): string {
  const zoneText = words(zoneIsGuess ? 'cli.tlsa.zone-guess' : 'cli.tlsa.zone', {
    zone: zone.unicode,
  });
  return host.unicode === host.ascii
    ? zoneText
    : `${words('cli.tlsa.host', { host: host.unicode })}\n${zoneText}`;
}

function adviceOn({ service, host, ttl }: Plan, made: RecordOfCertificate, at: Date): Advice[] {
  return adviseRecord({ ...made, service, host: host.ascii, ttl, at });
}

/** Nobody publishes every record that a file allows: there is nothing to say of them together. */
function setAdvice(plan: Plan, records: readonly RecordOfCertificate[]): Advice[] {
  return plan.all ? [] : adviseSet(records);
}

function distinct(advice: readonly Advice[]): Advice[] {
  return [...new Map(advice.map((each) => [JSON.stringify(each), each])).values()];
}
