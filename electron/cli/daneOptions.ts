/** Options that `dane check` and `rollover check` share, and the run that they describe. */
import { success } from '../../shared/errors.ts';
import type { Result } from '../../shared/errors.ts';
import { parseHelloName } from '../../shared/dane/helloName.ts';
import { parseProxyAddress } from '../../shared/dane/proxyAddress.ts';
import { serviceKinds } from '../../shared/dane/services.ts';
import type { CheckService } from '../../shared/dane/services.ts';
import { defaultDigestOrder } from '../../shared/dane/verification.ts';
import { createCheckRun } from '../service/dane/check/checkRun.ts';
import type { CheckPorts, CheckRun, CheckSettings } from '../service/dane/check/checkRun.ts';
import { realPorts } from '../service/dane/check/realPorts.ts';
import { chainOfPem } from '../service/dane/match/chainOfPem.ts';
import type { Invocation, OptionSpecs, OptionValues } from './command.ts';
import { parseWhole } from './options.ts';
import { readTextFile } from './readTextFile.ts';
import { openExchange, resolverOptions } from './resolverOptions.ts';
import { trustAnchorsOf } from './trustAnchors.ts';

export const daneOptions = {
  ...resolverOptions,
  'smtp-port': { type: 'string', placeholder: 'N', description: 'dane.option.smtp-port' },
  timeout: { type: 'string', placeholder: 'MS', description: 'dane.option.timeout' },
  'allow-private': { type: 'boolean', description: 'dane.option.allow-private' },
  'ca-file': { type: 'string', placeholder: 'PEM', description: 'dane.option.ca-file' },
  proxy: { type: 'string', placeholder: 'HOST:PORT', description: 'dane.option.proxy' },
  hello: { type: 'string', placeholder: 'NAME', description: 'dane.option.hello' },
} as const satisfies OptionSpecs;

export type DaneOptionValues = OptionValues<typeof daneOptions>;

/** What the options say of the network, ready to use; the caller closes it. */
export interface OpenedPorts {
  readonly ports: CheckPorts;
  /** Milliseconds of one step. */
  readonly timeout: number;
  readonly connectPort: number | null;
  close(): void;
}

export interface OpenedRun {
  readonly run: CheckRun;
  close(): void;
}

const timeoutDefault = 10_000;

function optional<T>(text: string | null, read: (text: string) => Result<T>): Result<T | null> {
  return text === null ? success(null) : read(text);
}

export async function openPorts(
  values: DaneOptionValues,
  clock: Invocation['clock'],
): Promise<Result<OpenedPorts>> {
  const port = optional(values['smtp-port'], (text) => parseWhole('--smtp-port', text, 1, 65_535));
  if (!port.ok) return port;
  const timeout = optional(values.timeout, (text) => parseWhole('--timeout', text, 50, 600_000));
  if (!timeout.ok) return timeout;
  const proxy = optional(values.proxy, parseProxyAddress);
  if (!proxy.ok) return proxy;
  const hello = optional(values.hello, parseHelloName);
  if (!hello.ok) return hello;
  const ca = values['ca-file'] === null ? success(null) : await readTextFile(values['ca-file']);
  if (!ca.ok) return ca;
  const roots = ca.value === null ? success(null) : chainOfPem(ca.value, values['ca-file'] ?? '');
  if (!roots.ok) return roots;
  const anchors = await trustAnchorsOf(values, clock());
  if (!anchors.ok) return anchors;
  const step = timeout.value ?? timeoutDefault;
  const exchange = await openExchange(values, step);
  if (!exchange.ok) return exchange;
  return success({
    ports: realPorts({
      exchange: exchange.value,
      anchors: anchors.value,
      clock,
      proxy: proxy.value,
      hello: hello.value,
      roots: roots.value,
    }),
    timeout: step,
    connectPort: port.value,
    close: () => exchange.value.close(),
  });
}

/** A run as the options describe it. */
export async function openCheckRun(
  values: DaneOptionValues,
  clock: Invocation['clock'],
  {
    atOnce,
    ...chosen
  }: Pick<CheckSettings, 'service' | 'handshakes' | 'beside'> & { readonly atOnce: number },
): Promise<Result<OpenedRun>> {
  const opened = await openPorts(values, clock);
  if (!opened.ok) return opened;
  const { ports, timeout, connectPort } = opened.value;
  const run = createCheckRun(
    {
      ...chosen,
      connectPort: isMailService(chosen.service) ? connectPort : null,
      timeout,
      allowPrivate: values['allow-private'],
      digests: defaultDigestOrder,
    },
    ports,
    atOnce,
  );
  return success({
    run,
    close() {
      run.close();
      opened.value.close();
    },
  });
}

function isMailService(service: CheckService): boolean {
  return serviceKinds[service].security === 'smtp';
}
