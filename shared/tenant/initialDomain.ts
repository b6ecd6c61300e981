/**
 * `contoso.onmicrosoft.com`, what hangs below it, and what the other clouds call it: Microsoft's own
 * names for a tenant. For JavaScript and .NET alike, without regard to case.
 */
export const initialDomainPattern = String.raw`(?:^|\.)(?:onmicrosoft\.(?:com|us|de)|partner\.onmschina\.cn)$`;
