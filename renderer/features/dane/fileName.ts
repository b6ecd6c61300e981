/** A file's name that every system takes: what is no letter, digit, dot or hyphen becomes a hyphen. */
export function fileNameOf(text: string, extension: string): string {
  const plain = text
    .replaceAll(/[^a-z0-9.-]+/gi, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
    .slice(0, 120);
  return `${plain}.${extension}`;
}
