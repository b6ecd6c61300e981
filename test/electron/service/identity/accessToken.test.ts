import { describe, expect, test } from 'vitest';
import { readClaimsChallenge } from '../../../../electron/service/identity/claimsChallenge.ts';
import { scopesOf } from '../../../../electron/service/identity/accessToken.ts';

function token(payload: unknown): string {
  return `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.sig`;
}

describe('what a token allows', () => {
  test.each([
    [{ scp: 'User.Read Policy.Read.All' }, ['User.Read', 'Policy.Read.All']],
    [{ scp: 'https://graph.example/User.Read' }, ['User.Read']],
    [{ scope: 'openid User.Read' }, ['openid', 'User.Read']],
    [{ scp: '' }, []],
    [{ scp: '', scope: 'User.Read' }, []],
    [{ scp: 7 }, []],
    // The right audience without a scope: not what was asked for, and not what the answer says.
    [{ aud: 'https://outlook.office365.com' }, []],
  ])('%j', (payload, expected) => {
    expect(scopesOf(token(payload), ['https://outlook.office365.com/Exchange.Manage'])).toEqual(
      expected,
    );
  });

  test.each(['opaque', 'a.b.c', 'e30.!!.x', ''])(
    '%j can’t be read: the answer’s word counts',
    (text) => {
      expect(scopesOf(text, ['https://graph.example/User.Read', 'openid'])).toEqual([
        'User.Read',
        'openid',
      ]);
    },
  );
});

describe('a claims challenge', () => {
  const claims = { access_token: { nbf: { essential: true, value: '1701612345' } } };
  const encoded = Buffer.from(JSON.stringify(claims)).toString('base64');

  test('is read from Graph’s and from Exchange’s header', () => {
    const header = `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="${encoded}"`;
    expect(JSON.parse(readClaimsChallenge(header) ?? '')).toEqual(claims);
    expect(readClaimsChallenge(`Bearer claims="${encoded}", error="x"`)).not.toBeNull();
  });

  test.each([
    null,
    '',
    'Bearer error="invalid_token"',
    'Bearer claims="not base64!"',
    `Bearer claims="${Buffer.from('no json').toString('base64')}"`,
    `Bearer claims="${Buffer.from('7').toString('base64')}"`,
    `Bearer claims="${'A'.repeat(20_000)}"`,
  ])('%s is none', (header) => {
    expect(readClaimsChallenge(header)).toBeNull();
  });
});
