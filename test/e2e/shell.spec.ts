import { violationsOf } from './support/companionApp.ts';
import { expect, test } from './support/fixtures.ts';

test('the page sees two functions of the host and nothing else (SECURITY: S2, S20)', async ({
  page,
}) => {
  const surface = await page.evaluate(() => {
    const given = globalThis as unknown as Record<string, unknown>;
    const companion = given['companion'] as object;
    return {
      functions: Object.entries(companion).map(([name, value]) => [name, typeof value]),
      symbols: Object.getOwnPropertySymbols(companion).length,
      frozen: Object.isFrozen(companion),
      replaceable: Reflect.set(globalThis, 'companion', {}),
      node: ['require', 'process', 'module', 'Buffer', 'electron', 'electronDouble'].filter(
        (name) => name in given,
      ),
    };
  });
  expect(surface).toEqual({
    functions: [
      ['call', 'function'],
      ['on', 'function'],
    ],
    symbols: 0,
    frozen: true,
    replaceable: false,
    node: [],
  });
});

test('calls are answered in the envelope of the contract (SECURITY: S21)', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const { companion } = globalThis as unknown as {
      companion: { call(channel: unknown, input: unknown): Promise<object> };
    };
    return {
      good: await companion.call('settings.get', {}),
      surplus: await companion.call('settings.get', { token: 'x' }),
      missing: await companion.call('settings.set', null),
      large: await companion.call('settings.get', { text: 'x'.repeat(9 * 1024 * 1024) }),
      inherited: await companion.call('toString', {}).catch(() => ({ refused: true })),
      unknown: await companion.call('no.such.channel', {}).catch(() => ({ refused: true })),
    };
  });
  expect(answers).toMatchObject({
    good: { ok: true, value: { theme: 'system', locale: 'en' } },
    surplus: { ok: false, error: { code: 'input-invalid' } },
    missing: { ok: false, error: { code: 'input-invalid' } },
    large: { ok: false, error: { code: 'input-too-large' } },
  });
  // The preload script refuses what is no name of the contract; the web host answers.
  for (const answer of [answers.inherited, answers.unknown]) {
    expect(JSON.stringify(answer)).toMatch(/^\{"refused":true\}$|"code":"channel-unknown"/);
  }
});

test('events reach a listener until it is removed', async ({ page }) => {
  const heard = await page.evaluate(async () => {
    const { companion } = globalThis as unknown as {
      companion: {
        call(channel: string, input: object): Promise<object>;
        on(event: string, listener: (payload: unknown) => void): () => void;
      };
    };
    const first: unknown[] = [];
    const second: unknown[] = [];
    const both = Promise.withResolvers<void>();
    const stop = companion.on('settings.changed', (payload) => first.push(payload));
    companion.on('settings.changed', (payload) => {
      second.push(payload);
      if (second.length === 2) both.resolve();
    });
    await companion.call('settings.set', { theme: 'dark' });
    while (first.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    stop();
    await companion.call('settings.set', { theme: 'light' });
    await both.promise;
    return { first, second };
  });
  expect(heard).toEqual({
    first: [{ theme: 'dark', locale: 'en' }],
    second: [
      { theme: 'dark', locale: 'en' },
      { theme: 'light', locale: 'en' },
    ],
  });
});

test('the page loads under its policy, and asks nobody but its own origin (SECURITY: S1, S7)', async ({
  companion,
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await expect(page.locator('#root')).not.toBeEmpty();
  expect(await violationsOf(page)).toEqual([]);
  expect(asked.length).toBeGreaterThan(0);
  const elsewhere = asked.filter((url) => !url.startsWith(`${companion.origin}/`));
  expect(elsewhere.filter((url) => !url.startsWith('data:'))).toEqual([]);
});

test('nothing that was put into the page runs or loads (SECURITY: S7)', async ({ page }) => {
  const reached: string[] = [];
  page.on('response', (response) => reached.push(response.url()));
  // Wrapped in a timer: what the protocol evaluates itself is free of the policy.
  const outcome = await page.evaluate(
    async (attacks) => {
      const ran: string[] = [];
      Object.assign(globalThis, { ran });
      const errors = await new Promise<string[]>((resolve) => {
        setTimeout(() => resolve(Object.entries(attacks).map(attempt)));
      });
      function attempt([name, [target, property, value]]: [string, [string, string, string]]) {
        try {
          const element = target === '' ? null : document.createElement(target);
          if (element === null) (globalThis as unknown as Record<string, Apply>)[property]?.(value);
          else if (property.startsWith('on')) element.setAttribute(property, value);
          else Object.assign(element, { [property]: value });
          if (element !== null) document.body.append(element);
          if (element instanceof HTMLFormElement) element.submit();
          return `${name}: no error`;
        } catch (error) {
          return `${name}: ${(error as Error).name}`;
        }
      }
      type Apply = (value: string) => unknown;
      await new Promise((resolve) => setTimeout(resolve, 500));
      return { ran, errors };
    },
    {
      eval: ['', 'eval', 'ran.push("eval")'],
      function: ['', 'Function', 'ran.push("function")'],
      timeout: ['', 'setTimeout', 'ran.push("timeout")'],
      text: ['script', 'textContent', 'ran.push("text")'],
      source: ['script', 'src', 'https://outside.example/script.js'],
      markup: ['p', 'innerHTML', '<img src=x onerror=ran.push("markup")>'],
      handler: ['p', 'onclick', 'ran.push("handler")'],
      document: ['iframe', 'srcdoc', '<script>parent.ran.push("document")</script>'],
      image: ['img', 'src', 'https://outside.example/pixel.png'],
      frame: ['iframe', 'src', 'https://outside.example/frame'],
      ownFrame: ['iframe', 'src', '/index.html'],
      media: ['video', 'src', 'https://outside.example/video'],
      form: ['form', 'action', 'https://outside.example/form'],
      fetch: ['', 'fetch', 'https://outside.example/data'],
      dataFetch: ['', 'fetch', 'data:text/plain,x'],
    } satisfies Record<string, [string, string, string]> as Record<
      string,
      [string, string, string]
    >,
  );
  expect(outcome.ran).toEqual([]);
  expect(outcome.errors.filter((line) => !line.endsWith('no error'))).toEqual([
    'eval: EvalError',
    'function: EvalError',
    'timeout: TypeError',
    'text: TypeError',
    'source: TypeError',
    'markup: TypeError',
    'handler: TypeError',
    'document: TypeError',
  ]);
  expect(reached.filter((url) => url.includes('outside.example'))).toEqual([]);
  const stopped = (await violationsOf(page)).map((violation) => violation.split(':')[0]);
  expect(new Set(stopped)).toEqual(
    new Set([
      'require-trusted-types-for',
      'img-src',
      'frame-src',
      'media-src',
      'form-action',
      'connect-src',
    ]),
  );
});

test('a file that the page makes is saved where the person says', async ({ companion, page }) => {
  const { name, content } = await companion.saved(() =>
    page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['_25._tcp TLSA 3 1 1 00']));
      link.download = 'mail.example.com.zone';
      link.click();
    }),
  );
  expect(name).toBe('mail.example.com.zone');
  expect(content.toString()).toBe('_25._tcp TLSA 3 1 1 00');
});

test('text can be copied', async ({ page }) => {
  await page.bringToFront();
  const outcome = await page.evaluate(() =>
    navigator.clipboard.writeText('3 1 1 00').then(
      () => 'copied',
      (error: unknown) => String(error),
    ),
  );
  expect(outcome).toBe('copied');
});

test('the app ends cleanly', async ({ companion }) => {
  expect(await companion.close()).toBe(0);
});
