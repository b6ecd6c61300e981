/** Makes a forgotten case of a union a compile error, and a bug at run time if the types lied. */
export function assertNever(value: never, what: string): never {
  throw new Error(`Unhandled ${what}: ${JSON.stringify(value)}`);
}
