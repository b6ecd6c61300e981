import { describe, expect, it } from 'vitest';
import { openerFor } from '../../../electron/service/openBrowser.ts';

describe('the system’s browser', () => {
  it('is opened where there is a screen', () => {
    expect(openerFor('linux', { DISPLAY: ':0' })?.program).toBe('xdg-open');
    expect(openerFor('linux', { WAYLAND_DISPLAY: 'wayland-0' })?.program).toBe('xdg-open');
    expect(openerFor('darwin', {})?.program).toBe('/usr/bin/open');
    expect(openerFor('win32', { SystemRoot: 'D:\\Win' })?.program).toContain('rundll32.exe');
  });

  it('is left alone where there is none, or where it is on another machine', () => {
    expect(openerFor('linux', {})).toBeNull();
    expect(openerFor('linux', { DISPLAY: '' })).toBeNull();
    expect(openerFor('darwin', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' })).toBeNull();
    expect(openerFor('win32', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' })).toBeNull();
  });

  it('is opened by a program, never by a shell that would read the link', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const opener = openerFor(platform, { DISPLAY: ':0' });
      expect(`${opener?.program} ${opener?.args.join(' ')}`).not.toMatch(
        /\b(sh|bash|cmd|powershell)\b/,
      );
    }
  });
});
