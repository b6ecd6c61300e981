import { describeResolverView } from '../../service/dns/lookup.ts';
import { describeValidation } from '../../service/dnssec/describe/describeValidation.ts';
import { createValidator } from '../../service/dnssec/createValidator.ts';
import { defineCommand } from '../command.ts';
import { parseQuestion } from '../dnsQuestion.ts';
import { openExchange, resolverOptions } from '../resolverOptions.ts';
import { resolverAdvice } from '../resolverAdvice.ts';
import { trustAnchorsOf } from '../trustAnchors.ts';
import type { DnssecValidation, SecurityStatus } from '../../../shared/dnssec/validation.ts';
import type { ValidatedAnswer } from '../../service/dnssec/types.ts';
import type { ExitCode } from '../exitCode.ts';
import type { Words } from '../words.ts';

const exitCodes: Readonly<Record<SecurityStatus, ExitCode>> = {
  secure: 0,
  insecure: 0,
  bogus: 1,
  indeterminate: 3,
};

const zoneName = (zone: string, words: Words): string =>
  zone === '.' ? words('dnssec.rootZone') : zone;

/** Where the way was lost: the first link that is as bad as the whole and says why. */
function brokenAt(answer: DnssecValidation): string {
  const { chain, status, reason, name } = answer;
  return chain.find((step) => step.result === status && step.reason === reason)?.zone ?? name;
}

/** What the resolver did: its rcode, or why no answer came. */
function outcomeText({ failure, server }: ValidatedAnswer, rcode: string | null, words: Words) {
  if (failure !== null) return ` (${words(`dns.failure.${failure}`, { server: server ?? '' })})`;
  return rcode === null ? '' : ` (${rcode})`;
}

function validationText(
  validated: ValidatedAnswer,
  answer: DnssecValidation,
  words: Words,
): string {
  const { name, type, status, reason, rcode, records, denial, chain, resolver, expires } = answer;
  const broken = brokenAt(answer);
  const isOfRoot = status === 'bogus' && broken === '.';
  const zone = zoneName(broken, words);
  return [
    `${name} ${type}: ${words(`dnssec.status.${status}`)}${outcomeText(validated, rcode, words)}`,
    ...(reason === null
      ? []
      : [
          `  ${words(`dnssec.reason.${reason}`, { zone })}`,
          `  ${isOfRoot ? words('dnssecPage.rootBroken') : words(`dnssec.action.${reason}`, { zone })}`,
        ]),
    ...records.map(({ owner, ttl, type, data }) => `  ${owner} ${ttl} IN ${type} ${data}`),
    ...(denial === null
      ? []
      : [
          `  ${words(`dnssec.cli.denial.${denial.kind}`, { proof: `${denial.proof.toUpperCase()}${denial.optOut ? ' opt-out' : ''}` })}`,
        ]),
    ...(chain.length === 0 ? [] : [words('dnssec.cli.chain')]),
    ...chain.map(
      (step) =>
        `  ${zoneName(step.zone, words)} ${step.step}: ${words(`dnssec.status.${step.result}`)}` +
        (step.reason === null
          ? ''
          : `. ${words(`dnssec.reason.${step.reason}`, { zone: zoneName(step.zone, words) })}`),
    ),
    ...(expires === null ? [] : [words('dnssec.cli.expires', { time: expires })]),
    words('dns.lookup.validated', {
      ad: String(resolver.ad ?? 'unknown'),
      rcode: resolver.rcode ?? '',
    }),
    ...resolver.ede.map(({ code, name, text }) =>
      words('dns.lookup.extended-error', { code, name, text: text || 'none' }),
    ),
  ].join('\n');
}

export const command = defineCommand({
  usage: 'NAME TYPE [options]',
  description: 'dnssec.cli.description',
  options: resolverOptions,
  examples: [
    'dnssec validate example.com MX',
    'dnssec validate _25._tcp.mail.example.com TLSA --resolver https://dns.quad9.net/dns-query --json',
    'dnssec validate mail.lab.test A --resolver udp://127.0.0.1:5300 --trust-anchor anchor.txt',
  ],
  async run({ positionals, values, io, output, words, clock }): Promise<ExitCode> {
    const question = parseQuestion(positionals);
    if (!question.ok) return output.error(question.error, question.error.item);
    const anchors = await trustAnchorsOf(values, clock());
    if (!anchors.ok) return output.error(anchors.error);
    const exchange = await openExchange(values);
    if (!exchange.ok) return output.error(exchange.error);
    try {
      const validator = createValidator({
        exchange: exchange.value,
        anchors: anchors.value,
        clock,
      });
      const [validated, opinion] = await Promise.all([
        validator.validate(question.value.name, question.value.type, io.signal),
        exchange.value.opinion(question.value, io.signal),
      ]);
      const answer = describeValidation(validated, describeResolverView(opinion));
      await output.print([answer], validationText(validated, answer, words));
      if (answer.status === 'bogus' || answer.status === 'indeterminate') {
        const advice = await resolverAdvice(values, words, io.signal);
        if (advice !== null) await output.message(advice);
      }
      return exitCodes[answer.status];
    } finally {
      exchange.value.close();
    }
  },
});
