/** Names as rules compare them. */

export function domainKey(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

/** `contoso.onmicrosoft.com`, and what the other clouds call it: Microsoft's own name for a tenant. */
export function isInitialDomain(name: string): boolean {
  return /(?:^|\.)(?:onmicrosoft\.(?:com|us|de)|partner\.onmschina\.cn)$/.test(domainKey(name));
}

export function domainOfAddress(address: string): string {
  return domainKey(address.slice(address.lastIndexOf('@') + 1));
}

export const byName = (left: string, right: string): number =>
  left < right ? -1 : left > right ? 1 : 0;
