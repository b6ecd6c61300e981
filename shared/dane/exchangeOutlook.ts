import type { DaneCheck, Finding } from './check.ts';
import type { Verdict } from './verdict.ts';

/**
 * What Exchange Online does with mail for the domain, as far as a check can tell (Microsoft, "How
 * SMTP DNS-based Authentication of Named Entities works"; outbound, connector mode "Opportunistic").
 *
 * - `delivers`: over TLS, to an authenticated server.
 * - `delivers-elsewhere`: to another MX host or address than the one that fails.
 * - `depends`: on which of a server's certificates it asks for.
 * - `delivers-unauthenticated`: over TLS at most; anybody could be at the other end.
 * - `holds`: tries again for a day, then returns the mail with `code`.
 * - `nothing-to-deliver`: the domain takes no mail.
 * - `not-known`: that could not be found out from here.
 */
export const exchangeOutcomes = [
  'delivers',
  'delivers-elsewhere',
  'depends',
  'delivers-unauthenticated',
  'holds',
  'nothing-to-deliver',
  'not-known',
] as const;

export interface ExchangeOutlook {
  readonly outcome: (typeof exchangeOutcomes)[number];
  /** In its final form, `5.7.323`; `4.7.323` while Exchange Online tries again. */
  readonly code: string | null;
}

type Checked = Pick<DaneCheck, 'verdict' | 'hosts' | 'findings'>;

function holdingCode(findings: readonly Finding[]): string | null {
  const holding = findings.filter(({ severity }) => severity === 'error');
  return holding.find(({ exchangeCode }) => exchangeCode !== null)?.exchangeCode ?? null;
}

/** A certificate that a server shows to some clients, and that is accepted. */
function hasOtherCertificate({ hosts }: Checked): boolean {
  return hosts.some(({ addresses }) =>
    addresses.some(({ probes }) =>
      probes.some(
        ({ sni, matched, verdict }) => sni !== null && matched !== null && isAccepted(verdict),
      ),
    ),
  );
}

function isAccepted(verdict: Verdict): boolean {
  return verdict === 'pass' || verdict === 'pass-with-warnings';
}

/** A host or address where mail can go although another one fails. */
function hasOtherWay({ hosts }: Checked): boolean {
  const open = new Set(['pass', 'pass-with-warnings', 'host-only', 'no-dane', 'tls-only']);
  return hosts.some(
    (host) =>
      open.has(host.verdict) ||
      host.addresses.some(({ verdict }) => verdict !== null && open.has(verdict)),
  );
}

export function exchangeOutlook(check: Checked): ExchangeOutlook {
  const { verdict, findings } = check;
  switch (verdict) {
    case 'pass':
    case 'pass-with-warnings':
      return { outcome: 'delivers', code: null };
    case 'host-only':
    case 'no-dane':
    case 'tls-only':
      return { outcome: 'delivers-unauthenticated', code: null };
    case 'no-mail':
      return { outcome: 'nothing-to-deliver', code: null };
    case 'unreachable':
      return { outcome: 'not-known', code: null };
    case 'fail':
    case 'defer': {
      const code = holdingCode(findings);
      if (hasOtherWay(check)) return { outcome: 'delivers-elsewhere', code };
      if (hasOtherCertificate(check)) return { outcome: 'depends', code };
      // A server that asks to come back later says nothing about DANE.
      return code === null ? { outcome: 'not-known', code } : { outcome: 'holds', code };
    }
    default:
      return verdict satisfies never;
  }
}

/** The code that Exchange Online gives while it tries again. */
export function temporaryCode(code: string): string {
  return code.replace(/^5/, '4');
}
