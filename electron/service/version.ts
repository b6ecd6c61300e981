import { readFileSync } from 'node:fs';

declare const __APP_VERSION__: string | undefined;

/** Version of the app, from package.json: written into bundles by the build, read by the sources. */
export const appVersion: string =
  typeof __APP_VERSION__ === 'string' ? __APP_VERSION__ : readFromManifest();

function readFromManifest(): string {
  const manifest = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }).version;
}
