/** Longest text of one entry: a stack with its causes, not a dump. */
const lengthMax = 8000;

const patterns: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z0-9 ]{1,40}-----[\s\S]*?(?:-----END [A-Z0-9 ]{1,40}-----|$)/g, '[pem]'],
  // JSON Web Tokens, then whatever stands behind the name of something secret.
  [/\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g, '[token]'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 [token]'],
  [
    /(["']?\b(?:password|passphrase|passwd|pwd|secret|token|api[_-]?key|client_secret|code|session)\b["']?\s*[:=]\s*)("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s,;}&]+)/gi,
    '$1[secret]',
  ],
  [/(\bhttps?:\/\/[^\s?#'"]*)[?#][^\s'"]*/gi, '$1?[query]'],
  [/\b[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g, '[address]'],
  // The name of the person, where it is in paths.
  [/(\/home\/|\/Users\/)[^/\s:'"]+/g, '$1[user]'],
  [/([A-Za-z]:\\{1,2}Users\\{1,2})[^\\:'"\r\n]+/gi, '$1[user]'],
];

/** The text without what must not stand in a log: secrets, keys, addresses of people, their names in paths. */
export function redact(text: string): string {
  const cleaned = patterns.reduce(
    (rest, [pattern, replacement]) => rest.replace(pattern, replacement),
    text.slice(0, lengthMax),
  );
  // Long runs of Base64 or hex are keys, certificates or tokens; with slashes in it a run may be a path.
  return cleaned
    .replace(/[A-Za-z0-9+/_-]{40,}={0,2}/g, (run) => (isRandom(run) ? '[data]' : run))
    .replace(/[A-Za-z0-9+_-]{40,}={0,2}/g, '[data]');
}

/** In random Base64 three of five neighbours differ in kind (upper, lower, digit), in words few do. */
function isRandom(run: string): boolean {
  const kinds = run.replace(/[A-Z]/g, 'A').replace(/[a-z]/g, 'a').replace(/[0-9]/g, '0');
  // Between letters and digits alone: a path has a separator after each word.
  const changes = kinds.match(/A(?=[a0])|a(?=[A0])|0(?=[Aa])/g) ?? [];
  return changes.length > run.length * 0.3;
}
