import { rcode, rcodeName } from '../../service/dns/codes.ts';
import { lookup } from '../../service/dns/lookup.ts';
import { defineCommand } from '../command.ts';
import { parseQuestion } from '../dnsQuestion.ts';
import { resolverAdvice } from '../resolverAdvice.ts';
import { openExchange, resolverOptions } from '../resolverOptions.ts';
import type { Lookup } from '../../service/dns/lookup.ts';
import type { ExitCode } from '../exitCode.ts';
import type { Words } from '../words.ts';

/** The rcodes that tell something of the name; with any other the resolver could or would not. */
const tellingRcodes: ReadonlySet<string | null> = new Set(
  [rcode.NOERROR, rcode.NXDOMAIN, rcode.YXDOMAIN].map(rcodeName),
);

const foundRcodes: ReadonlySet<string | null> = new Set(
  [rcode.NOERROR, rcode.YXDOMAIN].map(rcodeName),
);

function lookupText({ answer, server, milliseconds }: Lookup, words: Words): string {
  const { name, type, records, resolver } = answer;
  const question = { name: name, type };
  const head =
    answer.reason !== null
      ? words(`dns.failure.${answer.reason}`, { server: server ?? '' })
      : words('dns.lookup.answer', { count: records.length, rcode: answer.rcode ?? '' });
  return [
    `${words('dns.lookup.question', question)} ${head}`,
    ...records.map(({ owner, ttl, type, data }) => `  ${owner} ${ttl} IN ${type} ${data}`),
    ...(server === null || answer.reason !== null
      ? []
      : [words('dns.lookup.server', { server, milliseconds })]),
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
  description: 'dns.cli.lookup.description',
  options: resolverOptions,
  examples: [
    'dns lookup example.com MX',
    'dns lookup _25._tcp.mail.example.com TLSA --resolver https://dns.quad9.net/dns-query --json',
  ],
  async run({ positionals, values, io, output, words }): Promise<ExitCode> {
    const question = parseQuestion(positionals);
    if (!question.ok) return output.error(question.error, question.error.item);
    const exchange = await openExchange(values);
    if (!exchange.ok) return output.error(exchange.error);
    try {
      const result = await lookup(exchange.value, question.value, io.signal);
      await output.print([result.answer], lookupText(result, words));
      const { rcode: code } = result.answer;
      // Some networks deny every name.
      if (!foundRcodes.has(code)) {
        const advice = await resolverAdvice(values, words, io.signal);
        if (advice !== null) await output.message(advice);
      }
      return tellingRcodes.has(code) ? 0 : 3;
    } finally {
      exchange.value.close();
    }
  },
});
