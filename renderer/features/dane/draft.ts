import { failure, success } from '../../../shared/errors.ts';
import { defaultCheckOptions } from '../../../shared/dane/run.ts';
import { parseHelloName } from '../../../shared/dane/helloName.ts';
import { parsePort } from '../../../shared/tlsa/service.ts';
import { parseProxyAddress } from '../../../shared/dane/proxyAddress.ts';
import type { CheckOptions } from '../../../shared/dane/run.ts';
import type { Result } from '../../../shared/errors.ts';

/** The options as the person left them: texts as typed, choices as chosen. */
export interface OptionsDraft extends Pick<
  CheckOptions,
  'service' | 'place' | 'handshakes' | 'allowPrivate'
> {
  readonly proxy: string;
  readonly hello: string;
  readonly resolver: string;
  readonly port: string;
  readonly seconds: string;
}

export const initialOptions: OptionsDraft = draftOfOptions(defaultCheckOptions);

export function draftOfOptions(options: CheckOptions): OptionsDraft {
  const { service, place, handshakes, allowPrivate, resolvers, timeout } = options;
  return {
    service,
    place,
    handshakes,
    allowPrivate,
    proxy: options.proxy ?? '',
    hello: options.hello ?? '',
    resolver: resolvers[0] ?? '',
    port: options.connectPort === null ? '' : String(options.connectPort),
    seconds: String(timeout / 1000),
  };
}

/** What the form says of each field: its value, or why it can't be read. */
export interface OptionsReading {
  readonly proxy: Result<string | null>;
  readonly hello: Result<string | null>;
  readonly port: Result<number | null>;
  readonly timeout: Result<number>;
}

function optional<T>(text: string, read: (text: string) => Result<T>): Result<T | null> {
  return text.trim() === '' ? success(null) : read(text.trim());
}

const secondsMax = 600;

function readSeconds(text: string): Result<number> {
  const seconds = /^\d{1,3}(?:[.,]\d{1,2})?$/.test(text.trim())
    ? Number(text.replace(',', '.'))
    : 0;
  return seconds >= 0.05 && seconds <= secondsMax
    ? success(Math.round(seconds * 1000))
    : failure('seconds-invalid', { value: text.slice(0, 20), max: secondsMax });
}

export function readOptions(draft: OptionsDraft): OptionsReading {
  const proxy = optional(draft.proxy, (text) => {
    const address = parseProxyAddress(text);
    return address.ok ? success(text) : address;
  });
  return {
    proxy,
    hello: optional(draft.hello, parseHelloName),
    port: optional(draft.port, parsePort),
    timeout: readSeconds(draft.seconds),
  };
}

/** The options, or the first field's error. */
export function optionsOf(draft: OptionsDraft): Result<CheckOptions> {
  const { proxy, hello, port, timeout } = readOptions(draft);
  if (!proxy.ok) return proxy;
  if (!hello.ok) return hello;
  if (!port.ok) return port;
  if (!timeout.ok) return timeout;
  const { service, place, handshakes, allowPrivate } = draft;
  return success({
    service,
    place,
    handshakes,
    allowPrivate,
    proxy: proxy.value,
    hello: hello.value,
    resolvers: draft.resolver.trim() === '' ? [] : [draft.resolver.trim()],
    connectPort: port.value,
    timeout: timeout.value,
  });
}

/** How many of the folded-away options are not as usual. */
export function changedOptions(draft: OptionsDraft): number {
  const { service: _, place: __, ...folded } = draft;
  return Object.entries(folded).filter(
    ([name, value]) => value !== initialOptions[name as keyof typeof folded],
  ).length;
}
