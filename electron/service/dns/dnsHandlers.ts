import { failure, success } from '../../../shared/errors.ts';
import { chooseResolvers } from './chooseResolvers.ts';
import { noteCall } from '../noteCall.ts';
import { parseType, typeName } from './codes.ts';
import { createExchange, defaultTimeout } from './exchange.ts';
import { lookup } from './lookup.ts';
import { publicResolvers } from './publicResolvers.ts';
import { parseQueryName, plainName } from './queryName.ts';
import { parseResolver } from './resolver.ts';
import { selfTest } from './selfTest.ts';
import { systemResolvers } from './systemResolvers.ts';
import type { ResolverSelfTest } from '../../../shared/contract/dns.ts';
import type { CallNotes } from '../noteCall.ts';
import type { Handlers } from '../router.ts';

/** The resolvers of the settings; none: the system's. */
export interface ConfiguredResolvers {
  get(): readonly string[];
  set(texts: readonly string[]): void;
}

type DnsChannel = Extract<keyof Handlers, `dns.${string}`>;

export function createDnsHandlers(
  configured: ConfiguredResolvers,
  notes: CallNotes,
): Pick<Handlers, DnsChannel> {
  const chosen = (named: readonly string[]) =>
    chooseResolvers(named.length > 0 ? named : configured.get());

  return {
    async 'dns.lookup'({ name: nameText, type: typeText, resolvers: named }, { signal }) {
      const name = parseQueryName(nameText);
      if (!name.ok) return name;
      const type = parseType(typeText);
      if (type === null) return failure('type-unknown', { type: typeText });
      const resolvers = chosen(named);
      if (!resolvers.ok) return resolvers;
      const exchange = createExchange({
        resolvers: resolvers.value,
        resolverCa: null,
        timeout: defaultTimeout,
      });
      try {
        const question = { name: name.value, type };
        const { answer } = await noteCall(
          notes,
          'dns',
          `${plainName(name.value).toLowerCase()} ${typeName(type)}`,
          () => lookup(exchange, question, signal),
          (found) => found.answer.rcode ?? 'no-answer',
        );
        return success(answer);
      } finally {
        exchange.close();
      }
    },

    'dns.resolvers': async () =>
      success({
        system: systemResolvers().map(({ text }) => text),
        public: publicResolvers.map(({ id, operator, text, policy }) => ({
          id,
          operator,
          text,
          policy,
        })),
      }),

    async 'dns.setResolvers'({ resolvers: named }) {
      const texts = [...new Set(named.map((text) => text.trim()))];
      for (const text of texts) {
        const resolver = parseResolver(text);
        if (!resolver.ok) return resolver;
      }
      configured.set(texts);
      return success({ resolvers: texts });
    },

    async 'dns.selfTest'({ resolvers: named }, job) {
      const resolvers = chosen(named);
      if (!resolvers.ok) return resolvers;
      const results: ResolverSelfTest[] = [];
      for (const resolver of resolvers.value) {
        job.progress(results.length, resolvers.value.length);
        const result = await noteCall(
          notes,
          'dns',
          `Test of ${resolver.text}`,
          () => selfTest(resolver, { resolverCa: null, signal: job.signal }),
          () => 'tested',
        );
        job.item(result);
        results.push(result);
      }
      return job.signal.aborted ? failure('cancelled') : success(results);
    },
  };
}
