import type { Session } from 'electron';
import { describe, expect, test } from 'vitest';
import { filterRequests, mayRequest } from '../../../../electron/main/security/requestFilter.ts';
import { lookAlikes } from './lookAlikes.ts';

const network = ['https://outside.example/', 'http://127.0.0.1:8080/', 'wss://outside.example/'];

describe('what the page’s network stack may ask for (SECURITY: S1)', () => {
  test('its own files and what it made itself, and nothing on a network', () => {
    const own = [
      'app://companion/index.html',
      'blob:app://companion/1',
      'data:image/png;base64,AA==',
    ];
    expect(own.filter((url) => !mayRequest(url, false))).toEqual([]);
    const others = [
      ...lookAlikes,
      ...network,
      'devtools://devtools/x.js',
      'ftp://x/',
      'chrome://gpu',
    ];
    expect(others.filter((url) => !url.startsWith('data:') && mayRequest(url, false))).toEqual([]);
  });

  test('developer tools load themselves, and only unpackaged', () => {
    expect(mayRequest('devtools://devtools/bundled/x.js', true)).toBe(true);
    expect(network.filter((url) => mayRequest(url, true))).toEqual([]);
  });

  test('the filter cancels what may not be asked for', () => {
    const answers: unknown[] = [];
    filterRequests(
      {
        webRequest: {
          onBeforeRequest(listener: (details: object, callback: (answer: object) => void) => void) {
            for (const url of ['app://companion/', 'https://outside.example/']) {
              listener({ url }, (answer) => answers.push(answer));
            }
          },
        },
      } as unknown as Session,
      false,
    );
    expect(answers).toEqual([{ cancel: false }, { cancel: true }]);
  });
});
