import { expect, test } from 'vitest';
import { parseTargetList } from '../../../shared/dane/targetList.ts';
import { targetsMax } from '../../../shared/dane/run.ts';

test('one a line, in any line ending, each once', () => {
  expect(
    parseTargetList('\uFEFFcontoso.com\r\nfabrikam.com\rCONTOSO.com.\n\n# note\n', 'smtp'),
  ).toEqual({
    targets: ['contoso.com', 'fabrikam.com'],
    duplicates: 1,
    notUnderstood: [],
    notUnderstoodCount: 0,
    leftOut: 0,
  });
});

test('tables are read whatever the column, their heading is no mistake', () => {
  const csv = 'Name;Domain;Owner\n"Contoso, Ltd";"contoso.com";Jane\nFabrikam\tfabrikam.com\tJoe\n';
  expect(parseTargetList(csv, 'smtp')).toMatchObject({
    targets: ['contoso.com', 'fabrikam.com'],
    notUnderstoodCount: 0,
  });
});

test('addresses of people and of web pages name their domain', () => {
  const text = 'Jane Doe <jane@contoso.com>\nhttps://fabrikam.com/contact\n';
  expect(parseTargetList(text, 'smtp').targets).toEqual(['contoso.com', 'fabrikam.com']);
});

test('lines with nothing in them that can be checked are shown as they stand', () => {
  const list = parseTargetList('contoso.com\nnot a domain\n192.0.2.1\n<b>x</b>\n', 'smtp');
  expect(list.notUnderstood).toEqual(['not a domain', '192.0.2.1', '<b>x</b>']);
});

test('a run has a limit, and what is beyond it is counted', () => {
  const text = Array.from({ length: targetsMax + 3 }, (_, n) => `d${n}.example`).join('\n');
  const list = parseTargetList(text, 'smtp');
  expect(list.targets).toHaveLength(targetsMax);
  expect(list.leftOut).toBe(3);
});

test('servers of other services keep their ports apart', () => {
  const list = parseTargetList('mail.contoso.com\nmail.contoso.com:10993\n', 'imaps');
  expect(list.targets).toEqual(['mail.contoso.com:993', 'mail.contoso.com:10993']);
});
