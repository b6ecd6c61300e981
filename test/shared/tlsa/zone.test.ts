import { describe, expect, it } from 'vitest';
import { guessZone, parseZone, relativeOwner } from '../../../shared/tlsa/zone.ts';

const name = (ascii: string, unicode = ascii) => ({ ascii, unicode });
const host = name('mail.example.com');

describe('guessZone', () => {
  it.each([
    ['mail.example.com', 'example.com'],
    ['a.b.example.co.uk', 'b.example.co.uk'],
    ['example.com', 'example.com'],
  ])('guesses for %s the zone %s, never a top-level domain', (ascii, zone) => {
    expect(guessZone(name(ascii)).ascii).toBe(zone);
  });

  it('keeps both spellings of an international name', () => {
    expect(guessZone(name('mail.xn--mnchen-3ya.example', 'mail.münchen.example'))).toEqual(
      name('xn--mnchen-3ya.example', 'münchen.example'),
    );
  });
});

describe('parseZone', () => {
  it.each(['mail.example.com', 'example.com', 'EXAMPLE.com.', 'com'])(
    'takes %s, the host or a domain above it',
    (text) => {
      expect(parseZone(text, host).ok).toBe(true);
    },
  );

  it.each(['example.org', 'ail.example.com', 'a.mail.example.com', 'e.com'])(
    'refuses %s, which does not hold the host',
    (text) => {
      expect(parseZone(text, host)).toMatchObject({ error: { code: 'zone-not-parent' } });
    },
  );

  it.each(['', '*.example.com', '192.0.2.1', 'exa mple.com', 'a@example.com'])(
    'refuses %j, which is no name',
    (text) => {
      expect(parseZone(text, host)).toMatchObject({ error: { code: 'zone-invalid' } });
    },
  );
});

describe('relativeOwner', () => {
  it.each([
    ['_25._tcp.mail.example.com.', 'example.com', '_25._tcp.mail'],
    ['_25._tcp.example.com.', 'example.com', '_25._tcp'],
    ['_25._tcp.a.b.example.com.', 'example.com', '_25._tcp.a.b'],
    ['_25._tcp.mail.example.com.', 'com', '_25._tcp.mail.example'],
    ['_25._tcp.mail.example.com.', 'ample.com', '_25._tcp.mail.example.com.'],
  ])('writes %s in the zone %s as %s', (owner, zone, relative) => {
    expect(relativeOwner(owner, name(zone))).toBe(relative);
  });
});
