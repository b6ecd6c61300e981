import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { closed, emitterOf, notInTheDouble, preventable } from './absent.ts';
import { inward, outward } from './addresses.ts';
import { unlessGone } from './cdp.ts';
import type { Cdp } from './cdp.ts';
import type { Answered } from './session.ts';
import type { World } from './state.ts';
import { pageWorldSource, preloadWorld, preloadWorldSource, toMain } from './worlds.ts';

interface Paused {
  readonly requestId: string;
  readonly request: { readonly url: string; readonly method: string };
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
}

/** What a page needs of the rest of the double. */
export interface Surroundings {
  readonly world: World;
  /** A DevTools target with a blank page in it. */
  blankTarget(): Promise<string>;
  /** `partition`: the page's session; `null`: the default one. */
  answer(partition: string | null, url: string, method: string, type: string): Promise<Answered>;
  invoke(event: object, channel: string, values: readonly unknown[]): Promise<unknown>;
}

type Target = { readonly targetId: string; readonly openerId?: string };
type Called = { readonly payload: string; readonly executionContextId: number };
type Context = {
  readonly id: number;
  readonly name: string;
  readonly auxData: { readonly frameId: string };
};
type OpenHandler = (details: { readonly url: string }) => { readonly action: string };

/** The last two are listened to and never sent: what would send them is not in the double. */
const events =
  'will-navigate will-frame-navigate will-redirect did-finish-load destroyed will-attach-webview render-process-gone';

let count = 0;

/** What a window says of its page. */
export interface PagePreferences {
  readonly preload?: string;
  readonly partition?: string;
  readonly javascript?: boolean;
}

/** A page of Chromium, with the events and roads of Electron's `WebContents`. */
export function createPage(near: Surroundings, preferences: PagePreferences) {
  const { preload, partition = null, javascript = true } = preferences;
  const { cdp: browser, witness } = near.world;
  const emitter = emitterOf('webContents', events);
  const mainFrame = { origin: 'null', url: 'about:blank', detached: false };
  /** Preload worlds by execution context, with the frame of each. */
  const worlds = new Map<number, string>();
  const state = { targetId: '', expected: '', isLoading: false, isDestroyed: false };
  let openHandler: OpenHandler | null = null;
  count += 1;

  async function attach(): Promise<Cdp> {
    state.targetId = await near.blankTarget();
    const { sessionId } = await browser.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId: state.targetId,
      flatten: true,
    });
    const cdp = browser.session(sessionId);
    listenToPage(cdp);
    listenToBrowser();
    await cdp.send('Page.enable');
    if (!javascript) await cdp.send('Emulation.setScriptExecutionDisabled', { value: true });
    if (preload !== undefined) await bringPreload(cdp, readFileSync(preload, 'utf8'));
    await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    return cdp;
  }

  async function bringPreload(cdp: Cdp, bundle: string): Promise<void> {
    const secret = `double-${randomUUID()}`;
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.addBinding', { name: toMain, executionContextName: preloadWorld });
    const page = { source: pageWorldSource(secret) };
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', page);
    const isolated = { source: preloadWorldSource(secret, bundle), worldName: preloadWorld };
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', isolated);
  }

  function listenToPage(cdp: Cdp): void {
    cdp.on('Fetch.requestPaused', (paused: Paused) => void request(cdp, paused));
    cdp.on('Page.frameNavigated', ({ frame }: { frame: { id: string; url: string } }) => {
      if (frame.id !== state.targetId) return;
      mainFrame.url = outward(frame.url);
      mainFrame.origin = /^[a-z]+:\/\/[^/]*/.exec(mainFrame.url)?.[0] ?? 'null';
    });
    cdp.on('Page.loadEventFired', () => {
      state.isLoading = false;
      emitter.emit('did-finish-load');
    });
    cdp.on('Page.windowOpen', ({ url }: { url: string }) => {
      witness.deniedWindows.push(outward(url));
      if (openHandler?.({ url: outward(url) }).action !== 'deny') {
        throw notInTheDouble('a window that a page opens');
      }
    });
    cdp.on('Runtime.executionContextCreated', ({ context }: { context: Context }) => {
      if (context.name === preloadWorld) worlds.set(context.id, context.auxData.frameId);
    });
    cdp.on('Runtime.executionContextsCleared', () => worlds.clear());
    cdp.on('Runtime.bindingCalled', (called: Called) => void call(cdp, called));
  }

  function listenToBrowser(): void {
    browser.on('Target.targetCreated', ({ targetInfo }: { targetInfo: Target }) => {
      const { targetId, openerId } = targetInfo;
      if (openerId !== state.targetId) return;
      void unlessGone(browser.send('Target.closeTarget', { targetId }));
    });
    browser.on('Target.targetDestroyed', ({ targetId }: Target) => {
      if (targetId !== state.targetId) return;
      state.isDestroyed = true;
      emitter.emit('destroyed');
    });
  }

  /** Navigations are events first, then requests; requests are main's to answer. */
  async function request(cdp: Cdp, paused: Paused): Promise<void> {
    const { requestId, request, resourceType } = paused;
    const url = outward(request.url);
    if (resourceType === 'Document' && !mayNavigate(paused, url)) {
      witness.stoppedNavigations.push(url);
      await unlessGone(cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }));
      return;
    }
    const response = await near.answer(partition, url, request.method, resourceType);
    if (typeof response === 'string') {
      const errorReason = response === 'cancelled' ? 'BlockedByClient' : 'InternetDisconnected';
      await unlessGone(cdp.send('Fetch.failRequest', { requestId, errorReason }));
      return;
    }
    const answered = {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    };
    await unlessGone(cdp.send('Fetch.fulfillRequest', answered));
  }

  /** What main loads itself is no navigation of the page's, and no event. */
  function mayNavigate({ request, frameId, redirectedRequestId }: Paused, url: string): boolean {
    if (request.url === state.expected) {
      state.expected = '';
      return true;
    }
    const isMainFrame = frameId === state.targetId;
    const event = preventable({ url, isMainFrame, isSameDocument: false });
    if (redirectedRequestId !== undefined) emitter.emit('will-redirect', event);
    else {
      emitter.emit('will-frame-navigate', event);
      if (isMainFrame) emitter.emit('will-navigate', event);
    }
    return !event.defaultPrevented;
  }

  async function call(cdp: Cdp, { payload, executionContextId }: Called): Promise<void> {
    const { id, channel, values } = JSON.parse(payload) as {
      readonly id: number;
      readonly channel: string;
      readonly values: unknown[];
    };
    const senderFrame = worlds.get(executionContextId) === state.targetId ? mainFrame : null;
    const outcome = await near.invoke({ sender: face, senderFrame }, channel, values).then(
      (value) => [id, true, value],
      (error: unknown) => [id, false, String(error)],
    );
    await inWorld(cdp, executionContextId, 'settle', outcome);
  }

  async function send(channel: string, ...values: unknown[]): Promise<void> {
    for (const id of worlds.keys()) await inWorld(await session, id, 'receive', [channel, values]);
  }

  const face = closed('webContents', {
    id: count,
    mainFrame,
    on: emitter.on,
    once: emitter.once,
    isDestroyed: () => state.isDestroyed,
    isLoading: () => state.isLoading,
    send: (channel: string, ...values: unknown[]) => void send(channel, ...values),
    async printToPDF({ pageSize, ...given }: { readonly pageSize: string }): Promise<Buffer> {
      if (pageSize !== 'A4') throw notInTheDouble(`paper ${pageSize}`);
      const options = { ...given, paperWidth: 8.27, paperHeight: 11.7 };
      const { data } = await (await session).send<{ data: string }>('Page.printToPDF', options);
      return Buffer.from(data, 'base64');
    },
    setWindowOpenHandler(handler: OpenHandler) {
      openHandler = handler;
    },
  });
  const session = attach();

  return {
    face,
    emitter,
    async loadUrl(url: string): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      emitter.once('did-finish-load', resolve);
      state.isLoading = true;
      const cdp = await session;
      state.expected = inward(url).split('#')[0] ?? '';
      await cdp.send('Page.navigate', { url: inward(url) });
      await promise;
    },
    async setColorScheme(value: string): Promise<void> {
      const features = value === 'system' ? [] : [{ name: 'prefers-color-scheme', value }];
      await (await session).send('Emulation.setEmulatedMedia', { features });
    },
    /** As large as main says, frame included: at Chromium's own size the page is the narrow one. */
    async resize(width: number, height: number): Promise<void> {
      await session;
      const { targetId } = state;
      const { windowId } = await browser.send<{ windowId: number }>('Browser.getWindowForTarget', {
        targetId,
      });
      await browser.send('Browser.setWindowBounds', { windowId, bounds: { width, height } });
    },
    /** A window that is shown has the focus; one of headless Chromium has none by itself. */
    async focus(): Promise<void> {
      await (await session).send('Emulation.setFocusEmulationEnabled', { enabled: true });
    },
    async close(): Promise<void> {
      await session;
      await unlessGone(browser.send('Target.closeTarget', { targetId: state.targetId }));
    },
  };
}

export type PageDouble = ReturnType<typeof createPage>;

/** A page that went away meanwhile needs no answer. */
async function inWorld(cdp: Cdp, contextId: number, what: string, values: object): Promise<void> {
  const expression = `electronDouble.${what}(...${JSON.stringify(values)})`;
  await cdp.send('Runtime.evaluate', { expression, contextId }).catch(() => undefined);
}
