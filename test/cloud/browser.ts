import { request as send } from 'node:https';
import { request as sendPlain } from 'node:http';
import type { OutgoingHttpHeaders } from 'node:http';

export interface Person {
  readonly login: string;
  readonly ca: string;
  /** On the consent page; `accept` unless told. */
  readonly decision?: 'accept' | 'accept-for-all' | 'decline';
}

export interface Browsed {
  readonly status: number;
  /** Text of the last page. */
  readonly text: string;
  readonly titles: readonly string[];
}

interface Page {
  readonly url: string;
  readonly status: number;
  readonly html: string;
}

/** A person with a browser, without one: follows redirects, keeps cookies, fills in what is asked. */
export async function browse(start: string, person: Person): Promise<Browsed> {
  const cookies = new Map<string, string>();
  const titles: string[] = [];
  let page = await load(start, 'GET', null, cookies, person.ca);
  for (let step = 0; step < 12; step++) {
    titles.push(/<title>([^<]*)/i.exec(page.html)?.[1] ?? '');
    const form = pickForm(page.html, person.decision ?? 'accept');
    if (form === null) break;
    if (form.values.has('login')) {
      // Still there after signing in: the page says why.
      if (titles.filter((title) => title === 'Sign in').length > 1) break;
      form.values.set('login', person.login);
    }
    page = await load(new URL(form.action, page.url).href, 'POST', form.values, cookies, person.ca);
  }
  return { status: page.status, text: textOf(page.html), titles };
}

function textOf(html: string): string {
  return html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/gi, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

interface Form {
  readonly action: string;
  readonly values: URLSearchParams;
}

function pickForm(html: string, decision: string): Form | null {
  const forms = [...html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/gi)].map(
    ([, action = '', content = '']) => ({ action: unescape(action), values: inputsOf(content) }),
  );
  const decisions = forms.filter(({ values }) => values.has('decision'));
  if (decisions.length === 0) return forms[0] ?? null;
  return (
    decisions.find(({ values }) => values.get('decision') === decision) ?? decisions.at(-1) ?? null
  );
}

function inputsOf(content: string): URLSearchParams {
  const values = new URLSearchParams();
  for (const [input] of content.matchAll(/<input[^>]*>/gi)) {
    const name = /\bname="([^"]+)"/.exec(input)?.[1];
    if (name !== undefined) values.set(name, unescape(/\bvalue="([^"]*)"/.exec(input)?.[1] ?? ''));
  }
  return values;
}

function unescape(text: string): string {
  return text
    .replaceAll(/&#x([0-9a-f]+);/gi, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replaceAll(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

async function load(
  url: string,
  method: string,
  form: URLSearchParams | null,
  cookies: Map<string, string>,
  ca: string,
): Promise<Page> {
  let next = { url, method, body: form?.toString() ?? null };
  for (let hop = 0; hop < 12; hop++) {
    const answer = await exchange(next, cookies, ca);
    if (answer.location === null)
      return { url: next.url, status: answer.status, html: answer.body };
    next = { url: new URL(answer.location, next.url).href, method: 'GET', body: null };
  }
  throw new Error('too many redirects');
}

interface Exchange {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
}

function exchange(
  {
    url,
    method,
    body,
  }: { readonly url: string; readonly method: string; readonly body: string | null },
  cookies: Map<string, string>,
  ca: string,
): Promise<Exchange> {
  const target = new URL(url);
  const headers: OutgoingHttpHeaders = {
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    ...(body === null
      ? {}
      : {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
        }),
  };
  return new Promise((resolve, reject) => {
    const handle = target.protocol === 'https:' ? send : sendPlain;
    const request = handle(target, { method, headers, ca }, (response) => {
      for (const line of response.headers['set-cookie'] ?? []) {
        const [pair = ''] = line.split(';');
        const at = pair.indexOf('=');
        if (at === pair.length - 1) cookies.delete(pair.slice(0, at));
        else cookies.set(pair.slice(0, at), pair.slice(at + 1));
      }
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('error', reject);
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        const moved = status >= 300 && status < 400;
        resolve({
          status,
          location: moved ? (response.headers.location ?? null) : null,
          body: text,
        });
      });
    });
    request.on('error', reject);
    request.end(body ?? undefined);
  });
}
