import { screen, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { labOptions } from '../../../../support/labService.ts';
import { makeOpensslFiles, pfxPassword } from '../../../../support/opensslFiles.ts';
import { openPage } from '../../../../support/openPage.tsx';
import type { OpensslFiles } from '../../../../support/opensslFiles.ts';
import type { OpenPage } from '../../../../support/openPage.tsx';

let files: OpensslFiles;
beforeAll(() => {
  files = makeOpensslFiles();
});
afterAll(() => files.remove());

async function choose({ user }: OpenPage, file: File): Promise<void> {
  const input = await screen.findByLabelText('The next certificate', { selector: 'input' });
  await user.upload(input, file);
  await user.click(screen.getByRole('button', { name: 'Check the renewal' }));
}

function fileOf(name: Parameters<OpensslFiles['read']>[0]): File {
  return new File([new Uint8Array(files.read(name))], name);
}

const url = '/tlsa/renewal?host=mx.good.test&place=lab';

test('a certificate that no record fits stops mail, and the record to publish first is shown', async () => {
  const page = openPage(url);
  await choose(page, fileOf('leaf.pem'));
  await screen.findByText('Stops mail');
  const answer = screen.getByRole('region', { name: 'Answer' });
  const missing = within(answer).getByRole('group', { name: 'Publish first' });
  expect(missing.textContent).toContain(`3 1 1 ${files.publicKeySha256('leaf.pem')}`);
  await expectAccessible();
});

test('the certificate in use is safe', async () => {
  const page = openPage(url);
  await screen.findByRole('heading', { level: 1, name: 'Check a renewal' });
  const input = { jobId: crypto.randomUUID(), target: 'good.test', options: labOptions };
  const checked = await page.companion.call('dane.check', input);
  if (!checked.ok) throw new Error(checked.error.code);
  const { certificates, connections } = checked.value.check.evidence;
  const chain = connections[0]?.chain ?? [];
  const pem = chain.map(
    (sent) => certificates.find(({ fingerprint }) => fingerprint === sent)?.pem,
  );
  await choose(page, new File([pem.join('\n')], 'current.pem'));
  await screen.findByText('Safe now');
  expect(screen.getByText('Published since, at the latest')).toBeDefined();
});

test('a PKCS #12 file asks for its password', async () => {
  const page = openPage(url);
  await choose(page, fileOf('mail.pfx'));
  await page.user.type(
    await screen.findByLabelText('Password of mail.pfx'),
    `${pfxPassword}{Enter}`,
  );
  await screen.findByText('Stops mail');
  expect(document.body.innerHTML).not.toContain(pfxPassword);
});

test('a file that is no certificate says so', async () => {
  const page = openPage(url);
  await choose(page, fileOf('page.cer'));
  await screen.findByText('“page.cer” is a web page, not a certificate.');
});
