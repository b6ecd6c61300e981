import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOwnBlob, isOwnUrl } from '../../../../electron/main/security/origin.ts';
import { lookAlikes } from './lookAlikes.ts';

describe('the origin of the app (SECURITY: S1, S13, S18)', () => {
  test('its own addresses are recognized', () => {
    for (const url of [
      'app://companion',
      'app://companion/',
      'app://companion/index.html',
      'app://companion/index.html?x=1#/tlsa/explain',
      'app://companion/assets/../index.html',
    ]) {
      expect(isOwnUrl(url), url).toBe(true);
    }
  });

  test('look-alikes are not', () => {
    expect(lookAlikes.filter((url) => isOwnUrl(url))).toEqual([]);
    expect(lookAlikes.filter((url) => isOwnBlob(url))).toEqual([]);
  });

  test('no other host or scheme passes, whatever it is', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.string(), (url, text) => {
        expect(isOwnUrl(url)).toBe(false);
        expect(isOwnUrl(`${url}/app://companion/`)).toBe(false);
        // The URL standard takes out tabs and line ends, and blanks at the end; a port may be empty.
        const read = text.replaceAll(/[\t\n\r]/g, '').replace(/[\0- ]+$/, '');
        fc.pre(!/^:?([/?#]|$)/.test(read));
        expect(isOwnUrl(`app://companion${text}`)).toBe(false);
      }),
    );
  });

  test('a blob is the app’s when the app’s origin made it', () => {
    expect(isOwnBlob('blob:app://companion/7ab1ee54-3707-45a3-9cd2-46c4eb849d84')).toBe(true);
    expect(isOwnBlob('app://companion/index.html')).toBe(false);
    expect(isOwnBlob('blob:blob:app://companion/1')).toBe(false);
  });
});
