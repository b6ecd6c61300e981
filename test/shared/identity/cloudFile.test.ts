import { describe, expect, test } from 'vitest';
import { assert, constant, integer, oneof, property, record, string, webUrl } from 'fast-check';
import { parseCloudFile } from '../../../shared/identity/cloudFile.ts';

const good = {
  name: 'Private',
  authority: 'https://login.private.example',
  graph: 'https://graph.private.example',
  exchange: 'https://mail.private.example:8443',
  ca: 'roots.pem',
};

const parse = (change: object) => parseCloudFile(JSON.stringify({ ...good, ...change }), 'c.json');

describe('a cloud file', () => {
  test('is read, with or without roots', () => {
    const expected = { ...good, id: 'private', tenant: null };
    expect(parse({})).toEqual({ ok: true, value: expected });
    expect(parse({ ca: null })).toEqual({ ok: true, value: { ...expected, ca: null } });
    const { ca: _left, ...without } = good;
    expect(parseCloudFile(JSON.stringify(without), 'c.json')).toMatchObject({
      value: { ca: null },
    });
  });

  test('may begin with a byte order mark, and may say more than is known', () => {
    const text = `\u{feff}${JSON.stringify({ ...good, comment: 'ours' })}`;
    expect(parseCloudFile(text, 'c.json').ok).toBe(true);
  });

  test.each([
    [{ authority: 'https://login.private.example/' }, { authority: good.authority, tenant: null }],
    [
      { authority: 'https://LOGIN.private.example:443/contoso.example' },
      { authority: good.authority, tenant: 'contoso.example' },
    ],
    [{ graph: 'https://graph.private.example/v1.0/' }, { graph: good.graph }],
    [{ authority: 'https://127.0.0.1:8444' }, { authority: 'https://127.0.0.1:8444' }],
    [{ exchange: 'https://[::1]:8445' }, { exchange: 'https://[::1]:8445' }],
  ])('%j is %j', (change, expected) => {
    expect(parse(change)).toMatchObject({ ok: true, value: expected });
  });

  test.each([
    [{ authority: 'http://login.private.example' }, 'authority'],
    [{ authority: 'https://login.private.example/a/b' }, 'authority'],
    [{ authority: 'https://user:pw@login.private.example' }, 'authority'],
    [{ authority: 'https://login.private.example?x=1' }, 'authority'],
    [{ authority: 'https://login.private.example:99999' }, 'authority'],
    [{ authority: 7 }, 'authority'],
    [{ graph: 'https://graph.private.example/beta' }, 'graph'],
    [{ graph: undefined }, 'graph'],
    [{ exchange: 'https://mail.private.example/adminapi' }, 'exchange'],
    [{ exchange: 'ftp://mail.private.example' }, 'exchange'],
    [{ name: '' }, 'name'],
    [{ ca: 7 }, 'ca'],
  ])('%j is refused for its %s', (change, problem) => {
    expect(parse(change)).toEqual({
      ok: false,
      error: { code: 'cloud-file-invalid', params: { file: 'c.json', problem } },
    });
  });

  test('any text at all is read or refused, never thrown at', () => {
    assert(property(string(), (text) => typeof parseCloudFile(text, 'c').ok === 'boolean'));
    const value = oneof(string(), webUrl(), integer(), constant(null));
    assert(
      property(record({ authority: value, graph: value, exchange: value, ca: value }), (change) => {
        const parsed = parse(change);
        if (!parsed.ok) return;
        for (const origin of [parsed.value.authority, parsed.value.graph, parsed.value.exchange])
          expect(new URL(origin).origin).toBe(origin);
      }),
    );
  });
});
