import { remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';
import type { Finding } from '../rule.ts';
import type { MxHosts } from '../../tenant/records/domains.ts';

const day = 86_400_000;
/** A renewal with a TLSA record published first takes days; two weeks leave time to go wrong once. */
const failDays = 14;
const warnDays = 30;

type Certificate = MxHosts['certificates'][number];

function judge(certificate: Certificate, at: Date): Finding {
  const { fingerprint, names, subject, notBefore, notAfter, hosts } = certificate;
  const shown = hosts[0] ?? names[0] ?? subject;
  // One name may stand for several certificates, RSA and ECDSA.
  const about = { subject: `${shown} (${fingerprint.slice(0, 16)})`, affected: hosts };
  const end = notAfter === null ? Number.NaN : Date.parse(notAfter);
  const begin = notBefore === null ? Number.NaN : Date.parse(notBefore);
  const undated = { ...about, status: 'not-assessed', reason: 'certificate-undated' } as const;
  if (notAfter === null || Number.isNaN(end)) return undated;
  const left = end - at.getTime();
  const found = {
    ...about,
    // A day begun counts, as it does wherever the deadline is shown.
    params: { host: shown, days: Math.ceil(Math.abs(left) / day), date: notAfter.slice(0, 10) },
    deadline: { at: notAfter },
    evidence: [{ source: 'mxHosts', property: 'certificates.notAfter', value: notAfter }],
  } as const;
  if (left <= 0) return { ...found, status: 'fail', reason: 'certificate-expired' };
  if (notBefore === null || Number.isNaN(begin)) return undated;
  if (begin > at.getTime()) {
    const params = { host: shown, date: notBefore.slice(0, 10) };
    return { ...found, params, status: 'warning', reason: 'certificate-not-yet-valid' };
  }
  if (left < failDays * day) return { ...found, status: 'fail', reason: 'certificate-expires' };
  if (left < warnDays * day) return { ...found, status: 'warning', reason: 'certificate-expires' };
  return { ...found, status: 'pass', reason: 'certificate-valid' };
}

export const rule = defineRule({
  id: 'certificates.expiry',
  severity: 'high',
  words: 'certificates-expiry',
  needs: { mxHosts: [] },
  optional: [],
  sources: [
    'https://www.rfc-editor.org/rfc/rfc7672#section-3.1.1',
    'https://www.rfc-editor.org/rfc/rfc7671#section-8.1',
  ],
  deadlines: [],
  example: 'mail.contoso.com',
  remedy: () => remedyOf({}),
  findings({ mxHosts }, { at }) {
    const certificates = new Map(
      mxHosts.flatMap(({ certificates: of }) => of.map((one) => [one.fingerprint, one] as const)),
    );
    if (mxHosts.length === 0) return [{ status: 'not-applicable', reason: 'own-mx-none' }];
    return certificates.size === 0
      ? [{ status: 'not-assessed', reason: 'certificate-none-seen' }]
      : [...certificates.values()].map((certificate) => judge(certificate, at));
  },
});
