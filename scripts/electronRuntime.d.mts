type Environment = Readonly<Record<string, string | undefined>>;
export function electronRuntime(
  node: string,
  options: { readonly retry: boolean },
): { readonly program: string } | { readonly reason: string };
export function noWindowHere(
  platform: NodeJS.Platform,
  env: Environment,
  uid: number | undefined,
): string | null;
export function recentFailure(memory: unknown, version: string, now: number): string | null;
