/** Reads OpenSSL's DANE cases (test/danetest.in of its sources). */
export interface DanetestCase {
  readonly number: number;
  readonly records: readonly string[];
  /** PEM, leaf first. */
  readonly certificates: readonly string[];
  /** 0: passes; otherwise the X509_V_ERR_… number. */
  readonly want: number;
  /** -1: nothing matched. */
  readonly depth: number;
}

const certificate = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]*-----END [A-Z0-9 ]*-----/;

export function danetestCases(text: string): DanetestCase[] {
  const cases: DanetestCase[] = [];
  let rest = text;
  for (;;) {
    const header = /^(\d+) (\d+) (\d+) (\d+) (-?\d+)\s*$/m.exec(rest);
    if (header === null) return cases;
    const [whole, records, certificates, , want, depth] = header.map(String);
    rest = rest.slice(header.index + whole!.length).trimStart();
    const lines = rest.split('\n');
    const found = lines.slice(0, Number(records)).map((line) => line.trim());
    rest = lines.slice(Number(records)).join('\n');
    const chain: string[] = [];
    for (let index = 0; index < Number(certificates); index += 1) {
      const next = certificate.exec(rest)!;
      chain.push(next[0]);
      rest = rest.slice(next.index + next[0].length);
    }
    cases.push({
      number: cases.length + 1,
      records: found,
      certificates: chain,
      want: Number(want),
      depth: Number(depth),
    });
  }
}
