import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { dnsLabPrograms, startDnsLab } from '../../../../lab/dns/dnsLab.ts';
import { describeWith } from '../../../../support/requirements.ts';
import { en } from '../../../../../shared/words/en.ts';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { externalHosts } from '../../../../../shared/externalHosts.ts';
import { openPage } from '../../../../support/openPage.tsx';
import { silentResolver } from '../../../../support/silentResolver.ts';
import type { DnsLab } from '../../../../lab/dns/dnsLab.ts';
import type { OpenPage } from '../../../../support/openPage.tsx';

const section = () => screen.findByRole('region', { name: 'DNS resolvers' });
const named = () => screen.getByRole('radio', { name: 'The resolvers that I name, in this order' });
const list = () => screen.findByRole('list', { name: 'Resolvers to ask' });
const listed = async () =>
  within(await list())
    .getAllByRole('listitem')
    .map((item) => item.textContent);

async function kept({ companion }: OpenPage): Promise<readonly string[]> {
  const settings = await companion.call('settings.get', {});
  return (settings.ok && settings.value.resolvers) || [];
}

describe('the resolvers of the settings', () => {
  test('are the system’s until others are named, which are kept in order', async () => {
    const page = openPage('/settings');
    const { user } = page;
    await section();
    expect(screen.getByRole('radio', { name: /^The system’s resolver/ })).toHaveProperty(
      'checked',
      true,
    );
    await user.click(named());
    expect(screen.getByText(en['networkSettings.resolvers.none'])).toBeDefined();
    const field = screen.getByRole('textbox', { name: 'Another resolver' });
    await user.type(field, 'udp://192.0.2.1{Enter}');
    expect(await listed()).toEqual(['udp://192.0.2.1']);
    expect(field).toHaveProperty('value', '');
    await user.click(screen.getByRole('button', { name: 'Add Quad9' }));
    await waitFor(async () => expect(await listed()).toHaveLength(2));
    expect(screen.getByText('Quad9 is among them')).toBeDefined();
    await user.click(screen.getByRole('button', { name: /^Ask earlier: https/ }));
    await waitFor(async () =>
      expect(await listed()).toEqual(['https://dns.quad9.net/dns-query', 'udp://192.0.2.1']),
    );
    expect(await kept(page)).toEqual(['https://dns.quad9.net/dns-query', 'udp://192.0.2.1']);
    await expectAccessible();
    await user.click(
      screen.getByRole('button', { name: 'Remove: https://dns.quad9.net/dns-query' }),
    );
    await waitFor(async () => expect(await listed()).toEqual(['udp://192.0.2.1']));
  });

  test('come back as they were when the system’s were tried in between', async () => {
    const page = openPage('/settings');
    const { user, companion } = page;
    await section();
    await companion.call('dns.setResolvers', { resolvers: ['tcp://192.0.2.1', 'udp://192.0.2.2'] });
    expect(await listed()).toHaveLength(2);
    await user.click(screen.getByRole('radio', { name: /^The system’s resolver/ }));
    await waitFor(async () => expect(await kept(page)).toEqual([]));
    await user.click(named());
    expect(await listed()).toEqual(['tcp://192.0.2.1', 'udp://192.0.2.2']);
  });

  test.each([
    ['192.0.2.1', 'does not say how to reach the resolver'],
    ['udp://dns.example.com', 'needs an IP address after the protocol'],
    ['udp://2001:db8::1', 'needs an IP address after the protocol'],
    ['tcp://192.0.2.1:99999', 'The port in “tcp://192.0.2.1:99999” is not one.'],
    ['tls://192.0.2.1#not a name', 'The name behind # in'],
    ['https://user@dns.example/dns-query', 'is not a resolver’s address'],
  ])('that can’t be read are refused at the field: %s', async (text, problem) => {
    const page = openPage('/settings');
    const { user } = page;
    await section();
    await user.click(named());
    const field = screen.getByRole('textbox', { name: 'Another resolver' });
    await user.click(field);
    await user.paste(text);
    await user.keyboard('{Enter}');
    expect(await screen.findByText((shown) => shown.includes(problem))).toBeDefined();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field).toHaveProperty('value', text);
    expect(await kept(page)).toEqual([]);
    await user.type(field, 'x');
    expect(field.getAttribute('aria-invalid')).toBeNull();
  });

  test('the ones that are offered link to their privacy policies, at known hosts', async () => {
    const { user } = openPage('/settings');
    await section();
    await user.click(named());
    const links = await screen.findAllByRole('link', { name: 'Privacy policy' });
    expect(links).toHaveLength(3);
    for (const link of links) {
      const { protocol, host } = new URL(link.getAttribute('href') ?? '');
      expect([protocol, externalHosts.includes(host)]).toEqual(['https:', true]);
    }
  });
});

describeWith(dnsLabPrograms, 'the test of resolvers', () => {
  let lab: DnsLab;
  beforeAll(async () => {
    lab = await startDnsLab();
  });
  afterAll(() => lab.stop());

  it('says of each what it can do, and offers others where one can’t be used', async () => {
    const { user, companion } = openPage('/settings');
    await section();
    const resolvers = [lab.validatingResolver, 'tcp://127.0.0.1:9'];
    await companion.call('dns.setResolvers', { resolvers });
    await list();
    await user.click(await screen.findByRole('button', { name: 'Test these resolvers' }));
    const results = await screen.findByRole('list', { name: 'What the test found' });
    await waitFor(() => expect(results.children).toHaveLength(2));
    const [good, bad] = [...results.children].map((item) => item.textContent ?? '');
    expect(good).toContain(`${lab.validatingResolver}Good Validation works over it.`);
    expect(bad).toContain(
      'Problem Nothing can be validated over it. It does not answer, or only with errors.',
    );
    expect(await screen.findByText(en['dns.self-test.offer'])).toBeDefined();
    await user.click(screen.getByRole('button', { name: `Each check ${lab.validatingResolver}` }));
    expect(screen.getByText('Hands signatures on')).toBeDefined();
    await expectAccessible();
  });

  it('can be cancelled', async () => {
    const { user, companion } = openPage('/settings');
    await section();
    await companion.call('dns.setResolvers', { resolvers: [await silentResolver()] });
    await list();
    await user.click(await screen.findByRole('button', { name: 'Test this resolver' }));
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText(en['error.cancelled.message'])).toBeDefined();
  });
});
