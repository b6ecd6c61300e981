import { failure, success } from '../../../shared/errors.ts';
import { chooseResolvers } from '../dns/chooseResolvers.ts';
import { createExchange, defaultTimeout } from '../dns/exchange.ts';
import { describeResolverView } from '../dns/lookup.ts';
import { noteCall } from '../noteCall.ts';
import { parseQueryName, plainName } from '../dns/queryName.ts';
import { parseType, typeName } from '../dns/codes.ts';
import { createValidator } from './createValidator.ts';
import { readTrustAnchors } from './anchors/readTrustAnchors.ts';
import { validKeys } from './anchors/trustAnchors.ts';
import { describeAlgorithm, describeDigestType } from './describe/describeSigned.ts';
import { describeEvidence } from './describe/describeEvidence.ts';
import { describeValidation, shownName } from './describe/describeValidation.ts';
import type { Result } from '../../../shared/errors.ts';
import type { TrustAnchorsView, ValidationView } from '../../../shared/contract/dnssec.ts';
import type { CheckPlace } from '../../../shared/dane/run.ts';
import type { Handlers } from '../router.ts';
import type { RecordOutsideCall } from '../outsideCalls.ts';
import type { ExchangeHandle } from '../dns/exchange.ts';
import type { Question } from '../dns/types.ts';
import type { Resolver } from '../dns/resolver.ts';
import type { AnchorStore, StoredAnchors } from './anchors/anchorStore.ts';
import type { TrustAnchors } from './anchors/trustAnchors.ts';

export interface DnssecWorld {
  readonly clock: () => Date;
  /** Resolvers of the settings; empty: the system's. */
  readonly configuredResolvers: () => readonly string[];
  readonly anchors: AnchorStore;
  /** Starts the practice lab unless it runs. */
  readonly lab: () => Promise<{ readonly resolver: string; readonly trustAnchor: string }>;
  /** Into the audit table; the practice lab is nowhere outside. */
  readonly record: RecordOutsideCall;
}

type DnssecChannel = Extract<keyof Handlers, `dnssec.${string}`>;

/** Where to ask, and where trust starts. */
interface Ground {
  readonly resolvers: readonly Resolver[];
  readonly anchors: TrustAnchors;
}

async function groundOf(
  place: CheckPlace,
  named: readonly string[],
  world: DnssecWorld,
): Promise<Result<Ground>> {
  const lab = place === 'lab' ? await world.lab() : null;
  const texts = named.length > 0 ? named : world.configuredResolvers();
  const resolvers = chooseResolvers(lab === null ? texts : [lab.resolver]);
  if (!resolvers.ok) return resolvers;
  const anchors = lab === null ? world.anchors.usable() : readTrustAnchors(lab.trustAnchor);
  return anchors.ok ? success({ resolvers: resolvers.value, anchors: anchors.value }) : anchors;
}

async function validateOver(
  exchange: ExchangeHandle,
  question: Question,
  anchors: TrustAnchors,
  clock: () => Date,
  signal: AbortSignal,
): Promise<Omit<ValidationView, 'place'>> {
  const validator = createValidator({ exchange, anchors, clock });
  const now = clock();
  const [answer, opinion] = await Promise.all([
    validator.validate(question.name, question.type, signal),
    exchange.opinion(question, signal),
  ]);
  return {
    validation: describeValidation(answer, describeResolverView(opinion)),
    evidence: describeEvidence(answer, now),
    checkedAt: now.toISOString(),
    server: answer.server,
    milliseconds: answer.milliseconds,
    failure: answer.failure,
  };
}

function describeAnchors({ source, anchors }: StoredAnchors, now: Date): TrustAnchorsView {
  return {
    source,
    zones: anchors.map((anchor) => {
      const valid = new Set(validKeys(anchor, now));
      return {
        zone: shownName(anchor.zone),
        keys: anchor.keys.map((key) => ({
          keyTag: key.keyTag,
          algorithm: describeAlgorithm(key.algorithm),
          digestType: describeDigestType(key.digestType),
          digest: Buffer.from(key.digest).toString('hex'),
          validFrom: key.validFrom?.toISOString() ?? null,
          validUntil: key.validUntil?.toISOString() ?? null,
          isValid: valid.has(key),
        })),
      };
    }),
  };
}

/** Chains of trust, and where they start. */
export function createDnssecHandlers(world: DnssecWorld): Pick<Handlers, DnssecChannel> {
  const { anchors, clock } = world;
  const described = (stored: Result<StoredAnchors>): Result<TrustAnchorsView> =>
    stored.ok ? success(describeAnchors(stored.value, clock())) : stored;

  return {
    async 'dnssec.validate'({ name: nameText, type: typeText, place, resolvers }, job) {
      const name = parseQueryName(nameText);
      if (!name.ok) return name;
      const type = parseType(typeText.trim());
      if (type === null) return failure('type-unknown', { type: typeText });
      const ground = await groundOf(place, resolvers, world);
      if (!ground.ok) return ground;
      const exchange = createExchange({
        resolvers: ground.value.resolvers,
        resolverCa: null,
        timeout: defaultTimeout,
      });
      try {
        job.progress(0, null);
        const question = { name: name.value, type };
        const known = ground.value.anchors;
        const validated = () => validateOver(exchange, question, known, clock, job.signal);
        const call = `${plainName(name.value).toLowerCase()} ${typeName(type)}`;
        const notes = { tenantId: null, clock, record: world.record };
        const view =
          place === 'lab'
            ? await validated()
            : await noteCall(notes, 'dns', call, validated, ({ validation }) => validation.status);
        // What was cut short says nothing of the name.
        return job.signal.aborted ? failure('cancelled') : success({ ...view, place });
      } finally {
        exchange.close();
      }
    },

    'dnssec.anchors': async () => described(anchors.read()),
    'dnssec.importAnchors': async ({ text }) => described(anchors.importText(text)),
    'dnssec.resetAnchors': async () => described(success(anchors.reset())),
  };
}
