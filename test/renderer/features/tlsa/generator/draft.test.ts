import { describe, expect, test } from 'vitest';
import { certificateNamed } from '../../../../support/certificate.ts';
import {
  fieldError,
  hostSuggestions,
  initialDraft,
  placeOf,
  presetOf,
  readDraft,
  suggestDraft,
} from '../../../../../renderer/features/tlsa/generator/draft.ts';

const named = (...names: readonly string[]) =>
  certificateNamed('Example', {
    subjectAlternativeNames: names.map((value) => ({ type: 'dns' as const, value })),
  });
const suggested = (...names: readonly string[]) =>
  hostSuggestions(named(...names)).map(({ unicode }) => unicode);

describe('host names from a certificate', () => {
  test('start with likely mail hosts, and end with unlikely ones', () => {
    expect(
      suggested('www.example.com', 'example.com', 'autodiscover.example.com', 'mx1.example.com'),
    ).toEqual(['mx1.example.com', 'example.com', 'www.example.com', 'autodiscover.example.com']);
  });

  test('leave out wildcards, addresses, single words and doubles', () => {
    expect(suggested('*.example.com', '192.0.2.1', 'localhost', 'A.example', 'a.example')).toEqual([
      'a.example',
    ]);
  });

  test('are shown as people write them', () => {
    expect(suggested('mail.xn--bcher-kva.example')).toEqual(['mail.bücher.example']);
  });

  test('are the common name where there are no others', () => {
    expect(hostSuggestions(certificateNamed('mail.example.com'))).toEqual([
      { ascii: 'mail.example.com', unicode: 'mail.example.com' },
    ]);
  });
});

describe('the form', () => {
  test('takes a certificate’s host, but never in place of a typed one', () => {
    const certificate = named('mail.example.com');
    expect(suggestDraft(initialDraft, certificate).host).toBe('mail.example.com');
    const typed = { ...initialDraft, host: 'mx.example.net', hostTyped: true };
    expect(suggestDraft(typed, certificate).host).toBe('mx.example.net');
  });

  test('forgets the chosen issuer with another certificate', () => {
    const chosen = { ...initialDraft, anchor: 'ab' };
    expect(suggestDraft(chosen, named()).anchor).toBe(null);
  });

  test('is a place once host, port, zone and time to live can be read', () => {
    const draft = { ...initialDraft, host: 'Mail.Bücher.example' };
    expect(placeOf(draft)).toEqual({
      ok: true,
      value: {
        owner: '_25._tcp.mail.xn--bcher-kva.example.',
        service: { port: 25, protocol: 'tcp' },
        host: { ascii: 'mail.xn--bcher-kva.example', unicode: 'mail.bücher.example' },
        zone: { ascii: 'xn--bcher-kva.example', unicode: 'bücher.example' },
        ttl: 3600,
      },
    });
    expect(placeOf({ ...draft, ttl: ' ' })).toMatchObject({ value: { ttl: null } });
  });

  test.each([
    ['host', { host: '10.0.0.1' }, 'host-ip-address'],
    ['port', { port: '70000' }, 'port-invalid'],
    ['ttl', { ttl: 'an hour' }, 'ttl-invalid'],
    ['zone', { zone: 'example.org' }, 'zone-not-parent'],
  ])('names the error of the %s', (_, change, code) => {
    expect(placeOf({ ...initialDraft, host: 'mail.example.com', ...change })).toMatchObject({
      ok: false,
      error: { code },
    });
  });

  test('reproaches nobody with what is not typed yet', () => {
    expect(fieldError(readDraft(initialDraft).host)).toBe(null);
    expect(fieldError(readDraft({ ...initialDraft, port: '' }).port)).toBe(null);
    expect(fieldError(readDraft({ ...initialDraft, host: '*' }).host)).not.toBe(null);
    expect(fieldError(readDraft({ ...initialDraft, port: 'x' }).port)).not.toBe(null);
  });

  test('knows its presets', () => {
    expect(presetOf({ port: ' 993 ', protocol: 'tcp' })).toBe('imaps');
    expect(presetOf({ port: '993', protocol: 'udp' })).toBe('own');
  });
});
