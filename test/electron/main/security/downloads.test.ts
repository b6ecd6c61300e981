import { EventEmitter } from 'node:events';
import { basename } from 'node:path';
import type { Session } from 'electron';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardDownloads, safeFileName } from '../../../../electron/main/security/downloads.ts';
import { lookAlikes } from './lookAlikes.ts';

describe('saving files (SECURITY: S28)', () => {
  test('only what the page made itself; where to, the person says', () => {
    const session = new EventEmitter();
    guardDownloads(session as unknown as Session, '/home/me/Downloads');
    const dialogs: object[] = [];
    const isPrevented = (url: string, name: string): boolean => {
      let prevented = false;
      session.emit(
        'will-download',
        { preventDefault: () => void (prevented = true) },
        {
          getURL: () => url,
          getFilename: () => name,
          setSaveDialogOptions: (options: object) => dialogs.push(options),
        },
      );
      return prevented;
    };
    expect(isPrevented('blob:app://companion/1', '../../.bashrc')).toBe(false);
    expect(dialogs).toEqual([
      {
        defaultPath: '/home/me/Downloads/-..-.bashrc',
        properties: ['showOverwriteConfirmation'],
      },
    ]);
    const others = [...lookAlikes, 'app://companion/index.html', 'https://outside.example/x.exe'];
    expect(others.filter((url) => !isPrevented(url, 'x'))).toEqual([]);
    expect(dialogs).toHaveLength(1);
  });

  test('names keep what is harmless', () => {
    expect(safeFileName('mail.example.com.zone')).toBe('mail.example.com.zone');
    expect(safeFileName('Übersicht März (2).csv')).toBe('Übersicht März (2).csv');
  });

  test('names lose what a file system or a reader could take for something else', () => {
    expect(safeFileName('..\\..\\x:y.txt')).toBe('-..-x-y.txt');
    expect(safeFileName('report\u202Ecod.exe')).toBe('reportcod.exe');
    expect(safeFileName('  .profile ')).toBe('profile');
    expect(safeFileName('...')).toBe('exchange-companion');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (proposed) => {
        const name = safeFileName(proposed);
        expect(name).toBe(basename(name));
        expect(name).toMatch(/^[^.\s/\\:*?"<>|][^/\\:*?"<>|]*$/u);
        expect(name.length).toBeLessThanOrEqual(120);
        expect(safeFileName(name)).toBe(name);
      }),
    );
  });
});
