import { z } from 'zod';
import { resolverTextsSchema } from '../contract/dns.ts';
import { checkServices } from './services.ts';

/** Above it a run makes one handshake per address and asks for nothing beside DANE, unless told to. */
export const manyTargets = 50;
/** Targets of one run that are worked on at a time. */
export const checksAtOnce = 32;
/**
 * Targets of one run that may be under way, most of them waiting: for their turn, or for a host that
 * many of them have.
 */
export const checksUnderWayMax = 1024;
/** Targets of one run. */
export const targetsMax = 10_000;
export const targetLengthMax = 1024;

/** `lab`: the practice lab inside this app. */
export const checkPlaces = ['internet', 'lab'] as const;
export type CheckPlace = (typeof checkPlaces)[number];

export const handshakeChoices = ['auto', 'all', 'one'] as const;

/** How a check is to be made. In the lab, the lab's own resolver, port and addresses count. */
export const checkOptionsSchema = z.strictObject({
  service: z.enum(checkServices),
  place: z.enum(checkPlaces),
  /** `auto`: all of them, one above `manyTargets`. */
  handshakes: z.enum(handshakeChoices),
  /** Private and reserved addresses are connected to as well. */
  allowPrivate: z.boolean(),
  /** SOCKS5, as `HOST:PORT`. */
  proxy: z.string().max(300).nullable(),
  /** The name given in EHLO; `null`: this computer's. */
  hello: z.string().max(255).nullable(),
  /** Empty: those of the settings, else the system's. */
  resolvers: resolverTextsSchema,
  /** To connect to, where it is not the service's own. */
  connectPort: z.number().int().min(1).max(65_535).nullable(),
  /** Milliseconds for one step on the network. */
  timeout: z.number().int().min(50).max(600_000),
});
export type CheckOptions = z.infer<typeof checkOptionsSchema>;

export const defaultCheckOptions: CheckOptions = {
  service: 'smtp',
  place: 'internet',
  handshakes: 'auto',
  allowPrivate: false,
  proxy: null,
  hello: null,
  resolvers: [],
  connectPort: null,
  timeout: 10_000,
};
