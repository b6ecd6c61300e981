import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { refuse } from '../../../electron/web/requestGuard.ts';
import type { RequestFacts } from '../../../electron/web/requestGuard.ts';

const authority = '127.0.0.1:4321';
const reading: RequestFacts = {
  method: 'GET',
  target: '/',
  hosts: [authority],
  origin: undefined,
  fetchSite: 'none',
  fetchMode: 'navigate',
  fetchDest: 'document',
  contentType: undefined,
};
const posting: RequestFacts = {
  method: 'POST',
  target: '/call',
  hosts: [authority],
  origin: `http://${authority}`,
  fetchSite: 'same-origin',
  fetchMode: 'cors',
  fetchDest: 'empty',
  contentType: 'application/json',
};
const ask = (facts: RequestFacts) => refuse(facts, authority, 'own-page');

describe('the request guard', () => {
  it('lets our own page read and post', () => {
    expect(ask(reading)).toBeNull();
    expect(ask(posting)).toBeNull();
    expect(ask({ ...posting, contentType: 'application/json; charset=UTF-8' })).toBeNull();
  });

  it('lets a link in another page open ours, which has no session then', () => {
    expect(ask({ ...reading, fetchSite: 'cross-site' })).toBeNull();
  });

  it('lets through no other Host, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.webAuthority())), (hosts) => {
        fc.pre(!(hosts.length === 1 && hosts[0] === authority));
        return (
          ask({ ...reading, hosts })?.reason === 'host' &&
          ask({ ...posting, hosts })?.reason === 'host'
        );
      }),
    );
  });

  it('lets through no other Origin, whatever it is', () => {
    const near = fc.constantFrom(
      'null',
      '',
      `http://${authority}/`,
      `http://${authority.toUpperCase()}0`,
      `HTTP://${authority}`,
      `http://${authority} `,
    );
    fc.assert(
      fc.property(fc.oneof(near, fc.webUrl(), fc.string()), (origin) => {
        fc.pre(origin !== `http://${authority}`);
        return (
          ask({ ...posting, origin })?.status === 403 && ask({ ...reading, origin })?.status === 403
        );
      }),
    );
  });

  it('lets through no other method, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('get', 'Post', 'PUT')), (method) => {
        fc.pre(!['GET', 'HEAD', 'POST'].includes(method));
        return ask({ ...posting, method })?.reason === 'method';
      }),
    );
  });

  it('lets our own programs in where no page may go, and no page', () => {
    const program = { ...posting, origin: undefined, fetchSite: undefined };
    expect(refuse(program, authority, 'own-program')).toBeNull();
    expect(refuse(program, authority, 'own-page')?.reason).toBe('origin');
    expect(refuse(posting, authority, 'own-program')?.reason).toBe('origin');
    expect(refuse({ ...program, fetchSite: 'none' }, authority, 'own-program')?.reason).toBe(
      'site',
    );
  });
});
