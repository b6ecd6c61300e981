/**
 * Which algorithms this runtime really verifies. Libraries differ (BoringSSL has no Ed448) and system
 * policies take some away (SHA-1), so each is tried once on a known signature; what fails counts as
 * unsupported, and zones signed with nothing else as insecure (RFC 6840 §5.2).
 */
import { algorithm } from './algorithms.ts';
import { createDnsPublicKey } from './publicKey.ts';

/** Signatures over the six octets "DNSSEC", made once with OpenSSL; Base64. */
const signedText = new TextEncoder().encode('DNSSEC');

const rsaKey =
  'AwEAAa5f93YzULhpqVZrH2HJRfORZnTD4ECu32Mau92MTzLCMe20nTgZrb6pvqw0a98ziWSH96wfgsLiJcCCK9pdW/WzTUpb' +
  'S/nw+gJcMU+wBooB5PLOmZ3wwOZCv+EoNqahq5lJ3wTkM9z21s4osW+gnpCBDYxIWT1Map6bVBW8SUFd';
const rsaSha1Signature =
  'qq8BFtfL9WXoiw97vWgL3wd9NsetuRXsn4HVkx4XxxUEUdKtRalbbbNZgKuz/JctkUclO2GNqxkcXPdoBcs8rYCEH9ZyUXsI' +
  'X/xY1+nNfi14fjGm8ouaHvuLLEdQtI34cOLQIlTNca90zfk3gYvcB9g80k/diaZaV9j16Hk1hb4=';

const samples: ReadonlyMap<number, readonly [key: string, signature: string]> = new Map<
  number,
  readonly [string, string]
>([
  [algorithm.RSASHA1, [rsaKey, rsaSha1Signature]],
  [algorithm['RSASHA1-NSEC3-SHA1'], [rsaKey, rsaSha1Signature]],
  [
    algorithm.RSASHA256,
    [
      rsaKey,
      'PohCu5eVitBOUuf2qp3gPKd4Jr731f4wwqTawiYAj5cJcdkDEyR9UURi3wMTWhI0qLVeSZ7JOs5V1yvgxbJqyOYyM9RbA2G9' +
        'JuAu08Q8aLp3EDjYMVEVuxn7tZmaz+4TH/iCo0gHUSwJ3EuZrqaEG70nU++Zk6NxATgJUmhzFVI=',
    ],
  ],
  [
    algorithm.RSASHA512,
    [
      rsaKey,
      'lL8++jjAXUMtcYxhPdTGSk73dHQC/nkxlOvjIwHRxBI9kXM0rnrQC4niPn5ExA9u9YMCQhcis8aI9TqVz2YW5n2HdY92ChBt' +
        'XM/htI3Lr7xQjHsXLLv8/l93Fvve4gpqyjDR+jm6UchJ9GqwpDKtV9bXlAES2tCWm8czc3YoFIE=',
    ],
  ],
  [
    algorithm.ECDSAP256SHA256,
    [
      'b67UOcEE6PqJwF/7yjqZDVxEMGuus5qmfV1leZPcv6Fo4uhcbzKvvVZO0vb+OyIvzlHShbQx8BGwIFTlbZNRxg==',
      'nRi5nsrsej2c5J9RkThwEiE8Lu83CzeovJg4RuQM7ySL1Qo7twKSHI5+XC46xp9x/5ZNHnVeRM3k6Cd85FwpFQ==',
    ],
  ],
  [
    algorithm.ECDSAP384SHA384,
    [
      'eyeQ5dIQE4HT65t6GO2L1bGeASwRrdYU9ZVuD8EG/J3AtcAfp6E9ZdYkSO9MpwIspxwOH1bl0Spa4NLdCCmZ0A3PGrFFVpW2' +
        'toUl70hN8kSWBbRcsJc/lywXEmoAl0AA',
      'zO6DRDGy7K91FN9v6BGHCeiBVjHa02f3/sCsfc/YIdRPTC01ADW7vpANxtexQtArzX/JL+c3TzZf1t0ZO9LdmzNhKuzw5AcJ' +
        'RP/XZ5rqNtWGcv/nhUW8dhfXgSQeeETF',
    ],
  ],
  [
    algorithm.ED25519,
    [
      'BuLGG1BZ+UEjRf24OGscxVOPXFXLOCm4Ug/PH9Pa/lw=',
      'sgv7or2+QB1lFn3RghoQtdck8cAdNyao4Ftx+GL9appG3BvJq3xS9zmIpaDSGNdeKahnvY/O0eaXHAKEUtKUCw==',
    ],
  ],
  [
    algorithm.ED448,
    [
      'BMmOGtoOTOYw92mMY5lI2YzS45S4icd6k1OQo/TMSSZQ1y5QDVRcLmZ3/qFSalsTBDxpdOcAdnUA',
      'p851ZfsjcPx7xoV+3OOpmB7EPXW1zkQx8kDfmOvasgjDAlTs5vxMZU0t19kiC5wM5e9RPcHGcTyAh7LBq08HcS0hZo6UmGY/' +
        'dLQ5+5kHBo0JX7FgWHCxntK11LnjFgoB2xGjfRAr4CLfBeZjbBEXYTMA',
    ],
  ],
]);

async function isVerified(number: number, key: string, signature: string): Promise<boolean> {
  const publicKey = createDnsPublicKey(number, Buffer.from(key, 'base64'));
  return publicKey !== null && publicKey.verify(signedText, Buffer.from(signature, 'base64'));
}

async function probe(): Promise<ReadonlySet<number>> {
  const tried = await Promise.all(
    [...samples].map(async ([number, [key, signature]]) =>
      (await isVerified(number, key, signature)) ? [number] : [],
    ),
  );
  return new Set(tried.flat());
}

let probed: Promise<ReadonlySet<number>> | null = null;

/** Algorithm numbers that this runtime verifies; tried once a process. */
export function probeAlgorithms(): Promise<ReadonlySet<number>> {
  probed ??= probe();
  return probed;
}
