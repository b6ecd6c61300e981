/**
 * What the page may load, and from where: itself, and nothing else. Each host sends it as a header.
 *
 * - The one hash under `style-src` is that of the empty string: Griffel (Fluent UI's styling) adds
 *   empty `<style>` elements and fills them through `insertRule`, which needs no `unsafe-inline`.
 * - Trusted Types are required and no policy may be made, so that no string becomes markup or script.
 *
 * SECURITY: S7
 */
export function contentSecurityPolicy(host: 'electron' | 'web'): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    "img-src 'self' data:",
    "font-src 'self'",
    // The shell's page speaks through the preload script; the web host's page through its own port.
    `connect-src ${host === 'electron' ? "'none'" : "'self'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}
