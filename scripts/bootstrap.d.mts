export const repository: string;
export const nodeVersion: string;
export function ensureNode(): string;
/** True where it had to install. */
export function ensureInstalled(node: string): boolean;
export function runToEnd(
  program: string,
  args: readonly string[],
  options?: object,
): Promise<{ readonly code: number; readonly interrupted: boolean }>;
export function say(sentence: string): void;
export function isRecent(version: string, least?: string): boolean;
