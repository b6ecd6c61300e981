import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pastedText } from '../../../../electron/service/mailflow/pastedText.ts';
import { explainTextMax } from '../../../../shared/mailflow/explain.ts';

const report = '{"organization-name":"Fabrikam"}';

test.each([
  ['as it is', Buffer.from(report)],
  ['with a byte order mark', Buffer.from(`\u{feff}${report}`)],
  ['in UTF-16, as Notepad saves it', Buffer.from(`\u{feff}${report}`, 'utf16le')],
  ['in gzip, as senders mail it', gzipSync(report)],
])('a report is read %s', async (_, bytes) => {
  expect(await pastedText(bytes)).toEqual({ ok: true, value: report });
});

test('a file that unfolds without end is refused', async () => {
  const bomb = gzipSync(Buffer.alloc(explainTextMax + 1, 0x20));
  expect(bomb.length).toBeLessThan(explainTextMax / 100);
  expect(await pastedText(bomb)).toMatchObject({ ok: false, error: { code: 'file-unreadable' } });
});

test('broken gzip and too much text are told', async () => {
  const broken = gzipSync(report).subarray(0, 20);
  expect(await pastedText(broken)).toMatchObject({ error: { code: 'file-unreadable' } });
  const large = Buffer.alloc(explainTextMax + 1, 0x20);
  expect(await pastedText(large)).toMatchObject({ error: { code: 'input-too-large' } });
});
