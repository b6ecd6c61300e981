import { classIn } from '../../dns/codes.ts';
import type { Exchange } from '../../dns/types.ts';
import type { LabResolver } from './labResolver.ts';

/** Asks a resolver of the lab without any network between. */
export function labExchange(resolver: LabResolver): Exchange {
  return async ({ name, type }) => ({
    ok: true,
    answer: {
      server: 'lab://resolver',
      milliseconds: 0,
      message: resolver.answer({
        id: 0,
        opcode: 0,
        isResponse: false,
        authoritative: false,
        truncated: false,
        recursionDesired: true,
        recursionAvailable: false,
        authenticData: false,
        checkingDisabled: true,
        rcode: 0,
        questions: [{ name, type, class: classIn }],
        answers: [],
        authorities: [],
        additionals: [],
        edns: { udpSize: 1232, version: 0, dnssecOk: true, extendedErrors: [] },
      }),
    },
  });
}
