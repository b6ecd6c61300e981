/**
 * The way from a trust anchor down to the zone of a name (RFC 4035 §5): at each label the DS or the
 * proof that there is none, at each zone its keys. What is found is kept and shared by all questions.
 */
import { isSubdomainOf, nameKey } from '../dns/name.ts';
import { rrType } from '../dns/codes.ts';
import { coveringAnchor, validKeys } from './anchors/trustAnchors.ts';
import { cachedZonesMax, delegationsAskedAhead, failureCacheSeconds } from './limits.ts';
import { createSharedWork } from './sharedWork.ts';
import { createTimedCache } from './timedCache.ts';
import { proveAnchor, proveCut } from './zoneCut.ts';
import type { DomainName } from '../dns/types.ts';
import type { Asked } from './answers.ts';
import type { Inquiry } from './inquiry.ts';
import type { ValidationReason } from './reasons.ts';
import type { ZoneCutTools } from './zoneCut.ts';
import type { ZoneTrust } from './zoneTrust.ts';
import type { TrustAnchor, TrustAnchors } from './anchors/trustAnchors.ts';

export interface TrustWalk {
  /** What is known of the zone whose data a name would be. Rejects when the inquiry is cancelled. */
  trustAt(name: DomainName, inquiry: Inquiry): Promise<ZoneTrust>;
  /**
   * Asks, without waiting, what the walk to `name` will need: the DS of all labels at once, and the keys
   * of a zone as soon as its DS is seen.
   */
  askAhead(name: DomainName, inquiry: Inquiry): void;
}

export function createTrustWalk(anchors: TrustAnchors, tools: ZoneCutTools): TrustWalk {
  const cache = createTimedCache<ZoneTrust>(cachedZonesMax);
  const underWay = createSharedWork<ZoneTrust>();

  /** The keys of an anchor, or the cut (or none) at a name below it. */
  async function step(
    key: string,
    inquiry: Inquiry,
    prove: (inquiry: Inquiry) => Promise<ZoneTrust>,
  ): Promise<ZoneTrust> {
    for (;;) {
      const known = cache.get(key, inquiry.now);
      if (known !== null) return known;
      let isOwn = false;
      const trust = await underWay.run(key, inquiry.signal, async (signal) => {
        isOwn = true;
        const found = await prove({ ...inquiry, signal });
        if (isOverBudget(found)) return found;
        const isSettled = found.status === 'secure' || found.status === 'insecure';
        const seconds = isSettled ? found.ttl : failureCacheSeconds;
        cache.set(key, found, new Date(inquiry.now.getTime() + seconds * 1000));
        return found;
      });
      // What one question has used up, another need not have.
      if (isOwn || !isOverBudget(trust)) return trust;
    }
  }

  function ask(name: DomainName, type: number, inquiry: Inquiry): Promise<Asked | null> {
    return tools.answers.ask(name, type, inquiry).catch(() => null);
  }

  async function askCut(name: DomainName, inquiry: Inquiry): Promise<void> {
    const asked = await ask(name, rrType.DS, inquiry);
    const isDelegation =
      asked?.ok === true && asked.answer.message.answers.some(({ type }) => type === rrType.DS);
    if (isDelegation) await ask(name, rrType.DNSKEY, inquiry);
  }

  function askAll(names: readonly DomainName[], anchor: TrustAnchor, inquiry: Inquiry): void {
    void ask(anchor.zone, rrType.DNSKEY, inquiry);
    for (const name of names) {
      const known = cache.get(nameKey(name), inquiry.now);
      if (known !== null && known.status !== 'secure') return;
      if (known === null) void askCut(name, inquiry);
    }
  }

  /** Hosts in a zone that is known are hardly ever zones of their own. */
  function isLikelyCut(name: DomainName, depth: number, inquiry: Inquiry): boolean {
    return depth < likelyHostDepth || cache.get(nameKey(name.slice(1)), inquiry.now) === null;
  }

  return {
    async trustAt(name, inquiry) {
      const anchor = coveringAnchor(anchors, name);
      if (anchor === null) return noTrustAnchor(name);
      const below = namesBelow(anchor.zone, name);
      askAll(below, anchor, inquiry);
      let trust = await step(`anchor ${nameKey(anchor.zone)}`, inquiry, (shared) =>
        proveAnchor(anchor.zone, validKeys(anchor, inquiry.now), tools, shared),
      );
      for (const child of below) {
        if (trust.status !== 'secure') return trust;
        const parent = trust;
        trust = await step(nameKey(child), inquiry, (shared) =>
          proveCut(child, parent, tools, shared),
        );
      }
      return trust;
    },

    askAhead(name, inquiry) {
      const anchor = coveringAnchor(anchors, name);
      if (anchor === null) return;
      const below = namesBelow(anchor.zone, name).slice(0, delegationsAskedAhead);
      // `_25._tcp` and the like are hardly ever delegated; where they are, the walk asks.
      const service = below.findIndex(([label]) => label?.[0] === underscore);
      const names = service === -1 ? below : below.slice(0, service);
      const likely = names.filter((cut, index) => isLikelyCut(cut, index + 1, inquiry));
      askAll(likely, anchor, inquiry);
    },
  };
}

const budgetReasons: ReadonlySet<ValidationReason> = new Set([
  'limit-verifications',
  'limit-nsec3',
  'limit-queries',
]);

function isOverBudget(trust: ZoneTrust): boolean {
  return trust.status !== 'secure' && budgetReasons.has(trust.reason);
}

const underscore = 0x5f;
/** Labels below the anchor from which on a name is more often a host than a zone. */
const likelyHostDepth = 3;

/** Names below `ancestor` down to `name` itself, the highest first. */
function namesBelow(ancestor: DomainName, name: DomainName): DomainName[] {
  if (!isSubdomainOf(name, ancestor)) return [];
  const depth = name.length - ancestor.length;
  return Array.from({ length: depth }, (_, index) => name.slice(depth - 1 - index));
}

function noTrustAnchor(name: DomainName): ZoneTrust {
  return {
    status: 'indeterminate',
    zone: name,
    reason: 'no-trust-anchor',
    links: [],
    ttl: failureCacheSeconds,
    expires: null,
  };
}
