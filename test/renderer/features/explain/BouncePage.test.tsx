import { gzipSync } from 'node:zlib';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectAccessible } from '../../../support/accessibility.ts';
import { openPage } from '../../../support/openPage.tsx';

const box = () => screen.findByRole('textbox', { name: 'Text to explain' });
const trace =
  'Reason: [{LED=450 4.7.323 tlsa-invalid: The domain failed DANE validation [Message=450 4.7.323 tlsa-invalid: The domain failed DANE validation] [LastAttemptedServerName=smtphost.example.nl] [LastAttemptedIP=192.0.2.45:25] [SmtpSecurity=11;-1]';

test('a trace line says which server, what it means, whose side, and offers the check', async () => {
  const { user, calls } = openPage('/explain');
  await user.click(await box());
  await user.paste(trace);
  await screen.findByText(/does not match the TLSA records of its domain/);
  expect(screen.getByText('smtphost.example.nl')).toBeDefined();
  expect(screen.getByText('192.0.2.45, port 25')).toBeDefined();
  expect(screen.getByText(/SmtpSecurity=11;-1.*Microsoft does not document/)).toBeDefined();
  expect(screen.getByText(/The receiving domain’s, which is yours if/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Check smtphost.example.nl now' })).toBeDefined();
  expect(calls).not.toContain('dane.check');
  await expectAccessible();
});

test('a TLS report is read from a file in gzip', async () => {
  const report = {
    'organization-name': 'Fabrikam',
    'date-range': {
      'start-datetime': '2026-11-22T00:00:00Z',
      'end-datetime': '2026-11-22T23:59:59Z',
    },
    'contact-info': 'tls@fabrikam.example',
    'report-id': '1',
    policies: [
      {
        policy: { 'policy-type': 'tlsa', 'policy-domain': 'contoso.example', 'policy-string': [] },
        summary: { 'total-successful-session-count': 3, 'total-failure-session-count': 2 },
        'failure-details': [
          {
            'result-type': 'tlsa-invalid',
            'receiving-mx-hostname': 'mx.contoso.example',
            'failed-session-count': 2,
          },
        ],
      },
    ],
  };
  const { user } = openPage('/explain');
  const input = await screen.findByLabelText('File to explain', { selector: 'input' });
  const bytes = new Uint8Array(gzipSync(JSON.stringify(report)));
  await user.upload(input, new File([bytes], 'report.json.gz'));
  await screen.findByText(/found no TLSA record that matches a server of contoso\.example/);
  expect(screen.getByText('From the file report.json.gz')).toBeDefined();
});

test('text that is nothing of the kind says so, and is shown as text', async () => {
  const { user } = openPage('/explain');
  await user.click(await box());
  await user.paste('<img src=x onerror=alert(1)>');
  await screen.findByText(/none of the kinds that are explained here/);
  expect(document.querySelector('main img')).toBeNull();
});
