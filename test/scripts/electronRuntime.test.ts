import { describe, expect, it } from 'vitest';
import { noWindowHere, recentFailure } from '../../scripts/electronRuntime.mjs';

const hour = 60 * 60 * 1000;

describe('a window', () => {
  it('can be where there is a screen and a person', () => {
    expect(noWindowHere('linux', { DISPLAY: ':0' }, 1000)).toBeNull();
    expect(noWindowHere('linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000)).toBeNull();
    expect(noWindowHere('darwin', {}, 0)).toBeNull();
    expect(noWindowHere('win32', {}, undefined)).toBeNull();
  });

  it('can’t be without a display, and not as root, which Chromium’s sandbox forbids', () => {
    expect(noWindowHere('linux', {}, 1000)).toContain('no display');
    expect(noWindowHere('linux', { DISPLAY: '' }, 1000)).toContain('no display');
    expect(noWindowHere('linux', { DISPLAY: ':0' }, 0)).toContain('root');
  });
});

describe('a failure to fetch Electron’s runtime', () => {
  const memory = { version: '45.0.0', at: 1000 * hour, why: 'no answer' };

  it('is remembered for a day', () => {
    expect(recentFailure(memory, '45.0.0', 1000 * hour)).toBe('no answer');
    expect(recentFailure(memory, '45.0.0', 1023.9 * hour)).toBe('no answer');
    expect(recentFailure(memory, '45.0.0', 1024 * hour)).toBeNull();
  });

  it('of another version, or from the future, or half written, counts for nothing', () => {
    expect(recentFailure(memory, '45.0.1', 1000 * hour)).toBeNull();
    expect(recentFailure(memory, '45.0.0', 999 * hour)).toBeNull();
    for (const damaged of [null, {}, { version: '45.0.0' }, { version: '45.0.0', at: 'x' }])
      expect(recentFailure(damaged, '45.0.0', 1000 * hour)).toBeNull();
  });
});
