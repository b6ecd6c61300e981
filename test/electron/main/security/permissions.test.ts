import type { Session } from 'electron';
import { describe, expect, test } from 'vitest';
import { read } from '../../../architecture/sources.ts';
import { guardPermissions, isPermitted } from '../../../../electron/main/security/permissions.ts';
import { lookAlikes } from './lookAlikes.ts';

/** Every permission that this version of Electron can ask about, by its own type declarations. */
const known = [
  ...new Set(
    [
      ...read('node_modules/electron/electron.d.ts').matchAll(
        /setPermission(?:Request|Check)Handler\(handler: \(\(webContents: .*?, permission: ([^,]+),/g,
      ),
    ].flatMap((match) => (match[1] ?? '').split(' | ').map((name) => name.slice(1, -1))),
  ),
];

describe('permissions (SECURITY: S5)', () => {
  test('of all that Electron knows, one is granted', () => {
    expect(known.length).toBeGreaterThan(40);
    expect(known.filter((name) => isPermitted(name, 'app://companion/'))).toEqual([
      'clipboard-sanitized-write',
    ]);
    expect(isPermitted('invented-tomorrow', 'app://companion/')).toBe(false);
  });

  test('none is granted to another origin', () => {
    for (const url of lookAlikes) {
      expect(isPermitted('clipboard-sanitized-write', url), url).toBe(false);
    }
  });

  test('all three questions of Chromium are answered', () => {
    const handlers: Record<string, (...values: never[]) => unknown> = {};
    const keep = (name: string) => (handler: (...values: never[]) => unknown) => {
      handlers[name] = handler;
    };
    guardPermissions({
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
    } as unknown as Session);
    const asked: boolean[] = [];
    for (const permission of ['clipboard-sanitized-write', 'media']) {
      const answer = (granted: boolean): void => void asked.push(granted);
      const details = { requestingUrl: 'app://companion/index.html' };
      handlers['request']?.(...([null, permission, answer, details] as never[]));
      asked.push(
        handlers['check']?.(...([null, permission, 'app://companion/'] as never[])) as boolean,
      );
    }
    expect(asked).toEqual([true, true, false, false]);
    expect(handlers['device']?.(...([{ deviceType: 'usb' }] as never[]))).toBe(false);
  });
});
