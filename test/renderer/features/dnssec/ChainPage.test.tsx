import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { dnsLabPrograms, startDnsLab } from '../../../lab/dns/dnsLab.ts';
import { describeWith } from '../../../support/requirements.ts';
import { en } from '../../../../shared/words/en.ts';
import { expectAccessible } from '../../../support/accessibility.ts';
import { openPage } from '../../../support/openPage.tsx';
import { rrType } from '../../../../electron/service/dns/codes.ts';
import { silentResolver } from '../../../support/silentResolver.ts';
import { tamperingResolver } from '../../../support/tamperingResolver.ts';
import type { DnsLab } from '../../../lab/dns/dnsLab.ts';
import type { OpenPage } from '../../../support/openPage.tsx';

const check = () => screen.findByRole('button', { name: 'Check' });
const region = (name: string) => screen.findByRole('region', { name });
const picture = () => screen.findByRole('group', { name: /^Chain of trust of/ });

describeWith(dnsLabPrograms, 'the page of a chain of trust', () => {
  let lab: DnsLab;
  beforeAll(async () => {
    lab = await startDnsLab();
  });
  afterAll(() => lab.stop());

  async function open(path: string, resolver = lab.validatingResolver): Promise<OpenPage> {
    const opened = openPage(path);
    await opened.companion.call('dns.setResolvers', { resolvers: [resolver] });
    await opened.companion.call('dnssec.importAnchors', { text: lab.trustAnchorText });
    return opened;
  }

  /** The page with its result. */
  async function checked(name: string, type = 'A', resolver?: string): Promise<OpenPage> {
    const opened = await open(`/dnssec/${encodeURIComponent(name)}/${type}`, resolver);
    await opened.user.click(await check());
    await region('Result');
    return opened;
  }

  it('starts nothing when a link from outside is followed', async () => {
    const { calls, user } = await open('/dnssec/www.alg13.nsec/AAAA');
    expect(await screen.findByText(en['dnssecPage.notChecked.title'])).toBeDefined();
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'www.alg13.nsec');
    expect(screen.getByRole('combobox', { name: 'Type' })).toHaveProperty('value', 'AAAA');
    expect(calls).not.toContain('dnssec.validate');
    await expectAccessible();
    await user.click(await check());
    expect(within(await region('Result')).getByText('Secure')).toBeDefined();
  });

  it.each([
    ['www.split.nsec3', 'Secure', en['dnssec.meaning.secure']],
    ['nowhere.alg13.nsec', 'Secure', en['dnssec.meaning.secure-absence']],
    ['www.insecure.nsec', 'Insecure', en['dnssec.action.delegation-unsigned']],
    ['www.expired.nsec', 'Bogus', 'The signatures of expired.nsec have expired.'],
    ['www.baddigest.nsec', 'Bogus', en['dnssec.action.dnskey-not-matched']],
    ['toplain.alg13.nsec', 'Secure', en['dnssec.meaning.secure']],
  ])('says of %s first that it is %s, and why', async (name, status, sentence) => {
    await checked(name, name.startsWith('toplain') ? 'DNAME' : 'A');
    const result = await region('Result');
    expect(within(result).getByText(status)).toBeDefined();
    expect(result.textContent).toContain(sentence);
    await expectAccessible();
  });

  it('shows what the resolver says beside it, with a difference as a finding', async () => {
    await checked('www.corrupt.nsec', 'A', lab.plainResolver);
    const says = await region('What the resolver says');
    expect(says.textContent).toContain(en['dnssec.opinion.unchecked-bogus']);
    expect(within(says).queryByText('A difference')).toBeNull();
  });

  it('shows the extended errors of a resolver that refuses', async () => {
    await checked('www.corrupt.nsec');
    const says = await region('What the resolver says');
    expect(says.textContent).toContain('It refuses the answer (SERVFAIL).');
    expect(within(says).getByText('DNSSEC Bogus (6)', { exact: false })).toBeDefined();
  });

  it('calls it a difference when the resolver vouches for what is wrong here', async () => {
    const { companion, user } = await open('/dnssec/www.alg13.nsec/A');
    // Another root: what the resolver validates from its own is not believed here.
    const digest = 'ab'.repeat(32);
    await companion.call('dnssec.importAnchors', { text: `. IN DS 12345 13 2 ${digest}` });
    await user.click(await check());
    const says = await region('What the resolver says');
    expect(within(says).getByText('A difference')).toBeDefined();
    expect(says.textContent).toContain(en['dnssec.opinion.vouches-for-bogus']);
    const result = await region('Result');
    expect(result.textContent).toContain(en['dnssecPage.rootBroken']);
    expect(within(result).getByRole('link', { name: en['dnssecPage.testResolver'] })).toBeDefined();
  });

  it('tells everything of a zone that is chosen in the picture, by keyboard too', async () => {
    const { user } = await checked('www.split.nsec3');
    const cards = within(await picture()).getAllByRole('button');
    expect(cards.map((card) => card.getAttribute('aria-label'))).toEqual([
      '. (the root): Secure',
      'nsec3: Secure',
      'split.nsec3: Secure',
      'www.split.nsec3 A',
    ]);
    expect(await region('Everything of www.split.nsec3 A')).toBeDefined();
    cards[1]?.focus();
    await user.keyboard('{Enter}');
    expect(cards[1]?.getAttribute('aria-pressed')).toBe('true');
    const details = await region('Everything of nsec3');
    const tables = within(details).getAllByRole('table');
    expect(tables.map((table) => table.querySelector('caption')?.textContent)).toEqual([
      'DS records in the zone above',
      'Keys',
      'Signatures',
    ]);
    cards[0]?.focus();
    await user.keyboard(' ');
    expect(within(await region('Everything of . (the root)')).getAllByRole('table')).toHaveLength(
      3,
    );
    await expectAccessible();
  });

  it('begins with the details of the zone where the chain breaks', async () => {
    await checked('www.expired.nsec');
    const details = await region('Everything of expired.nsec');
    expect(within(details).getByText('does not hold')).toBeDefined();
  });

  it('shows the records that prove an absence', async () => {
    await checked('nowhere.alg13.nsec');
    const details = await region('Everything of nowhere.alg13.nsec A');
    expect(within(details).getAllByText(/ NSEC /)).toHaveLength(2);
  });

  it('says the same as a list, nested as the zones are', async () => {
    const { user } = await checked('out.alg13.nsec');
    const drawn = [...(await picture()).querySelectorAll('text')].map((text) => text.textContent);
    await user.click(screen.getByRole('tab', { name: 'List' }));
    const chain = await region('From the trust anchor to the answer');
    const [list] = within(chain).getAllByRole('list');
    expect(list?.tagName).toBe('OL');
    const said = list?.textContent ?? '';
    for (const text of drawn) expect(said).toContain(text.replace(/ · .*/, ''));
    await expectAccessible();
  });

  it('shows the records, and the JSON that the command line prints', async () => {
    const { user } = await checked('alg13.nsec', 'MX');
    const answer = await region('Answer');
    expect(within(answer).getAllByRole('row')).toHaveLength(3);
    await user.click(within(answer).getByRole('button', { name: 'Copy the records' }));
    const lines = (await navigator.clipboard.readText()).trimEnd().split('\n').toSorted();
    expect(lines.map((line) => line.replace(/ \d+ IN/, ' IN'))).toEqual([
      'alg13.nsec. IN MX 10 mail.alg13.nsec.',
      'alg13.nsec. IN MX 20 Mail2.alg13.nsec.',
    ]);
    const json = await region('The same as JSON');
    await user.click(within(json).getByRole('button', { name: /^Copy/ }));
    expect(JSON.parse(await navigator.clipboard.readText())).toMatchObject({
      schema: 'exo-companion/dnssec-validation@1',
      name: 'alg13.nsec',
      type: 'MX',
      status: 'secure',
    });
  });

  it('shows names that look like markup, or hold octets, as text', async () => {
    const name = String.raw`<img\032src=x\032onerror=alert(1)>.alg13.nsec`;
    await checked(name);
    expect(document.querySelector('[onerror]')).toBeNull();
    const [title] = screen.getAllByRole('heading', { level: 1 });
    expect(title?.textContent).toBe(`Chain of trust of ${name} A`);
    expect((await picture()).textContent).toContain('<img');
  });

  it('asks for a type by its number, and for the root', async () => {
    const { user } = await open('/dnssec');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), '.');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Type' }), 'other');
    await user.type(screen.getByRole('textbox', { name: 'Its name or number' }), 'type48');
    await user.click(await check());
    expect(within(await region('Result')).getByText('Secure')).toBeDefined();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'Chain of trust of . TYPE48',
    );
    expect(within(await region('Answer')).getAllByText('DNSKEY').length).toBeGreaterThan(0);
  });

  it('asks another resolver by choice, and again with “Check again”', async () => {
    const { user, calls } = await open('/dnssec/www.alg13.nsec/A', 'udp://127.0.0.1:9');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Ask' }), 'other');
    await user.type(screen.getByRole('textbox', { name: 'Resolver' }), lab.plainResolver);
    await user.click(await check());
    const result = await region('Result');
    expect(result.textContent).toContain(lab.plainResolver);
    await user.click(within(result).getByRole('button', { name: 'Check again' }));
    expect((await region('Result')).textContent).toContain(lab.plainResolver);
    expect(calls.filter((channel) => channel === 'dnssec.validate')).toHaveLength(2);
  });

  it('keeps a result while one is on other pages', async () => {
    const { user, calls, router } = await checked('www.alg13.nsec');
    await user.click(screen.getByRole('link', { name: 'Settings' }));
    await screen.findByRole('heading', { level: 1, name: 'Settings' });
    router.history.back();
    expect(within(await region('Result')).getByText('Secure')).toBeDefined();
    expect(calls.filter((channel) => channel === 'dnssec.validate')).toHaveLength(1);
    await user.click(screen.getByRole('link', { name: 'Chain of trust' }));
    await screen.findByRole('heading', { level: 1, name: 'Chain of trust' });
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'www.alg13.nsec');
  });

  it('can be cancelled', async () => {
    const { user } = await open('/dnssec/www.alg13.nsec/A', await silentResolver());
    await user.click(await check());
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText(en['error.cancelled.message'])).toBeDefined();
  });

  it('says that the resolver takes proofs away, and offers others', async () => {
    const resolver = await tamperingResolver(lab.validatingResolver, (answer) => ({
      ...answer,
      answers: answer.answers.filter(({ type }) => type !== rrType.RRSIG),
    }));
    const { calls, user } = await checked('www.alg13.nsec', 'A', resolver);
    const result = await region('Result');
    expect(within(result).getByText('Bogus')).toBeDefined();
    await waitFor(() =>
      expect(result.textContent).toContain(`${resolver} takes the proofs of DNSSEC away.`),
    );
    await expectAccessible();
    await user.click(within(result).getByRole('button', { name: 'Ask Quad9' }));
    expect(screen.getByRole('combobox', { name: 'Ask' })).toHaveProperty('value', 'quad9');
    expect(calls.filter((channel) => channel === 'dnssec.validate')).toHaveLength(2);
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
  });

  it('clears a resolver that hands the proofs on of blame', async () => {
    await checked('www.nosigs.nsec3', 'A', lab.plainResolver);
    const result = await region('Result');
    expect(
      await within(result).findByText('the fault is not there.', { exact: false, selector: 'p' }),
    ).toBeDefined();
    expect(within(result).queryByRole('button', { name: /^Ask / })).toBeNull();
  });

  it('says that no answer came, and offers to test the resolver', async () => {
    await checked('www.alg13.nsec', 'A', 'tcp://127.0.0.1:9');
    const result = await region('Result');
    expect(within(result).getByText('Indeterminate')).toBeDefined();
    expect(result.textContent).toContain('refuses the connection');
    expect(screen.getByText(en['dnssecPage.chain.none.title'])).toBeDefined();
    expect(within(result).getByRole('link', { name: en['dnssecPage.testResolver'] })).toBeDefined();
    await expectAccessible();
  });
});

describe('the form', () => {
  test.each([
    ['', 'A', 'No name was given.'],
    ['a..b', 'A', '“a..b” has two dots in a row'],
    ['-'.repeat(64), 'A', 'has more than 63 characters'],
    ['example.com', 'NOSUCH', '“NOSUCH” is not a record type.'],
  ])('says at the field what is wrong with “%s” %s', async (name, type, message) => {
    const { user } = openPage('/dnssec');
    const field = await screen.findByRole('textbox', { name: 'Name' });
    if (name !== '') await user.type(field, name);
    if (type !== 'A') {
      await user.selectOptions(screen.getByRole('combobox', { name: 'Type' }), 'other');
      await user.type(screen.getByRole('textbox', { name: 'Its name or number' }), type);
    }
    await user.click(await check());
    const problem = await screen.findByText((text) => text.includes(message));
    const wrong = screen
      .getAllByRole('textbox')
      .filter((box) => box.getAttribute('aria-invalid') === 'true');
    expect(wrong).toHaveLength(1);
    expect(wrong[0]?.getAttribute('aria-describedby')?.split(' ')).toContain(
      problem.closest('[id]')?.id,
    );
    await user.type(wrong[0] as HTMLElement, 'x');
    expect(screen.queryByText((text) => text.includes(message))).toBeNull();
  });

  test('says at the field what is wrong with a resolver', async () => {
    const { user } = openPage('/dnssec/example.com/MX');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Ask' }), 'other');
    await user.type(screen.getByRole('textbox', { name: 'Resolver' }), 'udp://dns.example');
    await user.click(await check());
    expect(await screen.findByText(/needs an IP address after the protocol/)).toBeDefined();
    await expectAccessible();
  });

  test.each([
    ['A secure answer', 'Secure'],
    ['A name that is proven not to exist', 'Secure'],
    ['A domain that is not signed', 'Insecure'],
    ['A chain that is broken', 'Bogus'],
  ])('has an example in the practice lab: %s', async (link, status) => {
    const { user } = openPage('/dnssec');
    await user.click(await screen.findByRole('link', { name: link }));
    expect(within(await region('Result')).getByText(status)).toBeDefined();
    expect(screen.getByText('This is the practice lab.')).toBeDefined();
    expect(screen.queryByRole('combobox', { name: 'Ask' })).toBeNull();
    await user.click(screen.getByRole('link', { name: 'Check real names' }));
    expect(await screen.findByRole('combobox', { name: 'Ask' })).toBeDefined();
  });

  test('a link brings a type that is not among the common ones', async () => {
    openPage('/dnssec/example.com/TYPE65280');
    expect(await screen.findByRole('textbox', { name: 'Its name or number' })).toHaveProperty(
      'value',
      'TYPE65280',
    );
  });
});
