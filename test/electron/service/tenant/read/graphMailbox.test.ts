import { expect, test } from 'vitest';
import { readGraphMailbox } from '../../../../../electron/service/tenant/read/graphMailbox.ts';

const raw = {
  id: 'id-1',
  userPrincipalName: 'ann@contoso.example',
  displayName: 'Ann',
  mail: 'ann@contoso.example',
  proxyAddresses: ['smtp:a@contoso.example', 'SMTP:Ann@contoso.example', 'SIP:ann@contoso.example'],
  userType: 'Member',
};

test('a user is a mailbox with all addresses and their prefixes, its kind unknown', () => {
  expect(readGraphMailbox(raw)).toEqual({
    userPrincipalName: 'ann@contoso.example',
    displayName: 'Ann',
    primarySmtpAddress: 'Ann@contoso.example',
    emailAddresses: raw.proxyAddresses,
    recipientTypeDetails: null,
    externalDirectoryObjectId: 'id-1',
  });
});

test('without a primary address in the list, the mail attribute is it', () => {
  const read = readGraphMailbox({ ...raw, proxyAddresses: null, userType: null });
  expect(read).toMatchObject({ primarySmtpAddress: 'ann@contoso.example', emailAddresses: [] });
});

test.each([
  ['a guest', { userType: 'Guest' }],
  ['a user without any address', { mail: null, proxyAddresses: [] }],
  ['a user with addresses of other kinds only', { mail: '', proxyAddresses: ['SIP:a@b.example'] }],
])('%s is no mailbox', (_, more) => {
  expect(readGraphMailbox({ ...raw, ...more })).toBeNull();
});
