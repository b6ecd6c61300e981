import { failure, success } from '../errors.ts';
import type { Result } from '../errors.ts';

/** A SOCKS5 proxy. */
export interface ProxyAddress {
  readonly host: string;
  readonly port: number;
}

/** `HOST:PORT`, with or without `socks5://`; IPv6 in brackets. Error: `proxy-invalid`. */
export function parseProxyAddress(text: string): Result<ProxyAddress> {
  const [, host = '', digits = ''] =
    /^(?:socks5h?:\/\/)?(\[[\da-f:.]+\]|[\w.-]+):(\d{1,5})\/?$/i.exec(text.trim()) ?? [];
  const port = Number(digits);
  if (host === '' || port < 1 || port > 65_535) {
    return failure('proxy-invalid', { value: text.slice(0, 100) });
  }
  return success({ host: host.replace(/^\[|\]$/g, ''), port });
}
