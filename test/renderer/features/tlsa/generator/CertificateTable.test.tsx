import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { IntlProvider } from 'react-intl';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { CertificateTable } from '../../../../../renderer/features/tlsa/generator/CertificateTable.tsx';
import { certificateNamed } from '../../../../support/certificate.ts';
import { en } from '../../../../../shared/words/en.ts';

test('a thousand certificates come in pages, and are found by any of their names', async () => {
  const certificates = Array.from({ length: 1000 }, (_, index) =>
    certificateNamed(`host${index}.example.com`),
  );
  const selected: string[] = [];
  const user = userEvent.setup();
  render(
    <IntlProvider locale="en" messages={en}>
      <FluentProvider theme={webLightTheme}>
        <CertificateTable
          certificates={certificates}
          selected={certificates[0]!}
          onSelect={(fingerprint) => selected.push(fingerprint)}
        />
      </FluentProvider>
    </IntlProvider>,
  );
  expect(screen.getAllByRole('radio')).toHaveLength(20);
  expect(screen.getByText('1 to 20 of 1,000')).toBeDefined();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Previous' }).disabled).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(screen.getByText('21 to 40 of 1,000')).toBeDefined();
  await user.type(screen.getByRole('searchbox'), 'HOST777.');
  await user.click(screen.getByRole('radio', { name: /^host777/ }));
  expect(selected).toEqual([certificates[777]?.fingerprint]);
});
