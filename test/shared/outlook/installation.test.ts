import { describe, expect, test } from 'vitest';
import { readAboutLine } from '../../../shared/outlook/aboutLine.ts';
import {
  isOtherOutlook,
  judgeInstallation,
  readOutlookBuild,
} from '../../../shared/outlook/installation.ts';
import { microsoft365Versions } from '../../../shared/outlook/microsoft365Versions.ts';
import { messagePosts } from '../../../shared/outlook/messages.ts';
import { blockedOutlook, outlookVerdict } from '../../../shared/outlook/outlookSupport.ts';
import { en } from '../../../shared/words/en.ts';

const at = new Date('2026-11-23T12:00:00Z');
const judge = (product: string | null, build: string | null, on = at) =>
  judgeInstallation({ product, build }, on);

describe('the minimum of 2021', () => {
  test.each([
    ['Office 2010', '14.0.7268.5000', 'blocked'],
    ['Office 2013', '15.0.4970.9999', 'blocked'],
    ['Office 2013', '15.0.4971.0', 'unsupported'],
    ['Office 2016', '16.0.4599.9999', 'blocked'],
    ['Office 2016', '16.0.4600.0', 'unsupported'],
    ['Microsoft 365 Apps', '16.0.8201.2217', 'blocked'],
    ['Microsoft 365 Apps', '16.0.8229.2073', 'unsupported'],
  ])('%s %s is %s', (product, build, verdict) => {
    expect(judge(product, build)).toBe(verdict);
  });

  test('each last blocked build is blocked and the next one is not', () => {
    for (const { product, firstAllowed } of blockedOutlook) {
      if (firstAllowed === null) continue;
      expect(outlookVerdict({ product, build: firstAllowed }, at)).not.toBe('blocked');
      const [major = 0, minor = 0, third = 0] = firstAllowed.split('.').map(Number);
      const before = `${major}.${minor}.${third - 1}.9999`;
      expect(outlookVerdict({ product, build: before }, at)).toBe('blocked');
    }
  });
});

describe('Windows Installer and Click-to-Run', () => {
  test('an installed 2016 is judged by its own floor, the same number by Click-to-Run is none', () => {
    expect(judge('Outlook 2016', '16.0.4500.1000')).toBe('blocked');
    expect(judge('Outlook 2016', '16.0.5443.1000')).toBe('unsupported');
    expect(judge(null, '16.0.4500.1000')).toBe('blocked');
    expect(judge(null, '16.0.5443.1000')).toBe('unsupported');
  });

  test('a Click-to-Run build is judged by the floor of Microsoft 365 Apps, whatever product it is', () => {
    expect(judge('Outlook 2016', '16.0.7571.2109')).toBe('blocked');
    expect(judge('Outlook 2016', '16.0.14326.20384')).toBe('unsupported');
    expect(judge(null, '16.0.14326.20384')).toBe('unsupported');
  });
});

describe('support ends by date', () => {
  test.each([
    ['2021', '16.0.14332.20481', '2026-10-13T23:00:00Z', 'supported'],
    ['2021', '16.0.14332.20481', '2026-10-14T00:00:00Z', 'unsupported'],
    ['2019', '16.0.10400.20007', '2025-10-14T12:00:00Z', 'supported'],
    ['2019', '16.0.10400.20007', '2025-10-15T12:00:00Z', 'unsupported'],
    ['2024', '16.0.17932.20162', '2026-11-23T00:00:00Z', 'supported'],
  ])('%s at %s, on %s, is %s', (product, build, on, verdict) => {
    expect(judge(`ProPlus${product}Volume`, build, new Date(on))).toBe(verdict);
  });
});

describe('Microsoft 365 Apps', () => {
  test.each([
    // Version 2508: eight months of the Semi-Annual Enterprise Channel.
    ['16.0.19127.20532', '2026-09-07T12:00:00Z', 'supported'],
    ['16.0.19127.20532', '2026-09-08T00:00:00Z', 'unsupported'],
    // Version 2510, of the monthly channel, came later and ended earlier.
    ['16.0.19328.20158', '2026-09-07T12:00:00Z', 'unsupported'],
    ['16.0.20228.20000', '2026-11-09T12:00:00Z', 'supported'],
    ['16.0.20228.20000', '2026-11-10T00:00:00Z', 'unsupported'],
    ['16.0.20326.20144', '2026-11-23T12:00:00Z', 'supported'],
    // Newer than the table.
    ['16.0.20512.20000', '2027-06-01T00:00:00Z', 'supported'],
    ['16.0.20430.20092', '2027-06-01T00:00:00Z', 'unsupported'],
    ['16.0.8229.0', '2024-01-01T00:00:00Z', 'unsupported'],
  ])('%s on %s is %s', (build, on, verdict) => {
    expect(judge('Microsoft 365 Apps', build, new Date(on))).toBe(verdict);
  });

  test('versions are in order, and end on second Tuesdays', () => {
    const builds = microsoft365Versions.map(({ build }) => build);
    expect(builds).toEqual(builds.toSorted((left, right) => left - right));
    for (const { until } of microsoft365Versions) {
      const day = new Date(until);
      expect([day.getUTCDay(), Math.ceil(day.getUTCDate() / 7)]).toEqual([2, 2]);
    }
  });
});

describe('a build and a name that contradict each other', () => {
  test.each([
    ['Microsoft Office 2016', '15.0.5589.1001', 'unsupported'],
    ['Microsoft Office 2010', '16.0.20326.20144', 'supported'],
    ['Microsoft Office 2013', '14.0.7268.5000', 'blocked'],
    ['Microsoft 365 Apps', '16.0.4500.1000', 'blocked'],
    ['Microsoft 365 Apps', '15.0.5589.1001', 'unsupported'],
  ])('%s %s is %s', (product, build, verdict) => {
    expect(judge(product, build)).toBe(verdict);
  });
});

describe('what an inventory writes', () => {
  test.each([
    ['16.0.14326.20384', '16.0.14326.20384'],
    ['14326.20384', '16.0.14326.20384'],
    ['Version 2108 (Build 14326.20384 Click-to-Run)', '16.0.14326.20384'],
    ['16.0.14326', '16.0.14326.0'],
    ['16.0', null],
    ['1705', null],
    ['', null],
    ['99.0.1.2', null],
    ['1.2.3.4.5.6', null],
    // Outlook for Mac
    ['16.78.3', null],
  ])('%s is build %s', (text, build) => {
    expect(readOutlookBuild(text)).toBe(build);
  });

  test.each([
    ['O365ProPlusRetail', null, null],
    ['Outlook M365', null, null],
    ['ProPlus', '16.0.8201.2217', 'blocked'],
    ['Microsoft Office Professional Plus 2010', null, 'blocked'],
    ['Microsoft Office 2013', null, null],
    ['Office LTSC 2024', null, 'supported'],
    ['Microsoft Office 2019', 'unknown', 'unsupported'],
    ['Thunderbird', null, null],
    ['Outlook for Mac', '16.89.24091630', null],
    [null, null, null],
  ])('%s with build %s is %s', (product, build, verdict) => {
    expect(judge(product, build)).toBe(verdict);
  });
});

describe('an About line', () => {
  test.each([
    ['Microsoft® Outlook® for Microsoft 365 MSO (16.0.14326.20384) 64-bit', 'microsoft-365'],
    ['Microsoft® Outlook® LTSC MSO (16.0.14332.20400) 64-bit', '2021'],
    ['Microsoft® Outlook® LTSC MSO (16.0.17932.20328) 64-bit', '2024'],
    ['Microsoft Outlook MSO (16.0.4500.1000) 32-bit', '2016'],
  ])('%s names %s', (line, product) => {
    expect(readAboutLine(line)?.product).toBe(product);
  });
});

test('other Outlooks of an inventory are told by their name, unless the build is one of Office', () => {
  expect(isOtherOutlook({ product: 'Outlook for Mac', build: '16.89' })).toBe(true);
  expect(isOtherOutlook({ product: 'new Outlook', build: '1.2024.1009.100' })).toBe(true);
  expect(isOtherOutlook({ product: 'Outlook for iOS', build: null })).toBe(true);
  expect(isOtherOutlook({ product: 'Outlook', build: '16.0.4500.1000' })).toBe(false);
  expect(isOtherOutlook({ product: null, build: null })).toBe(false);
});

test('posts that can’t be read any more have their summary', () => {
  for (const { id, day } of messagePosts) {
    expect(en[`outlook.post.${id}`].length).toBeGreaterThan(100);
    expect(new Date(`${day}T00:00:00Z`).getTime()).toBeLessThan(at.getTime());
  }
});
