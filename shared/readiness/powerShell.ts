import { powerShellQuote } from '../tlsa/quote.ts';

/** `true` and `null` as PowerShell's own, text as a verbatim string; `switch`: the name alone. */
type Argument = string | boolean | null | { readonly is: 'switch' };

export const on = { is: 'switch' } as const;

function argumentOf(value: Exclude<Argument, typeof on>): string {
  if (value === null) return '$null';
  return typeof value === 'boolean' ? `$${String(value)}` : powerShellQuote(oneLine(value));
}

/** Control characters can't be typed into a console, and could end a line. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '');
}

/** One cmdlet with its parameters, every value quoted. */
export function cmdlet(
  name: `${string}-${string}`,
  parameters: Readonly<Record<string, Argument>> = {},
): string {
  const parts = Object.entries(parameters).map(([key, value]) =>
    typeof value === 'object' && value !== null ? `-${key}` : `-${key} ${argumentOf(value)}`,
  );
  return [name, ...parts].join(' ');
}

export function remedyOf(remedy: {
  readonly commands?: readonly string[];
  readonly records?: readonly string[];
  readonly rollback?: readonly string[];
  readonly verify?: readonly string[];
}) {
  return { commands: [], records: [], rollback: [], verify: [], ...remedy };
}
