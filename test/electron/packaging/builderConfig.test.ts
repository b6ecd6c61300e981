import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { read, repository } from '../../architecture/sources.ts';

interface BuilderConfig {
  readonly files: readonly string[];
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly publish: unknown;
  readonly win: Readonly<Record<string, unknown>> & { readonly target: readonly Target[] };
  readonly mac: Readonly<Record<string, unknown>> & { readonly target: readonly Target[] };
  readonly linux: Readonly<Record<string, unknown>> & { readonly target: readonly Target[] };
}

interface Target {
  readonly target: string;
}

const text = read('electron-builder.yml');
const config = parse(text) as BuilderConfig;
const entitlements = read('build/entitlements.mac.plist');

describe('electron-builder.yml', () => {
  test('is what electron-builder’s own schema describes', () => {
    const schema = JSON.parse(read('node_modules/app-builder-lib/scheme.json')) as object;
    const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
    validate(config);
    expect(validate.errors).toBeNull();
    // The schema does say no to what it does not know.
    expect(validate({ ...config, electronFuse: {} })).toBe(false);
  });

  test('packages for Windows, macOS and Linux', () => {
    expect({
      windows: targets(config.win),
      mac: targets(config.mac),
      linux: targets(config.linux),
    }).toEqual({
      windows: ['nsis', 'msi', 'portable'],
      mac: ['dmg', 'zip'],
      linux: ['AppImage', 'deb', 'rpm'],
    });
  });

  test('SECURITY: S19 sets every fuse that this version knows, as the list says', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: true,
    });
    const schema = JSON.parse(read('node_modules/app-builder-lib/scheme.json')) as {
      readonly definitions: { readonly FuseOptionsV1: { readonly properties: object } };
    };
    expect(Object.keys(config.electronFuses).toSorted()).toEqual(
      Object.keys(schema.definitions.FuseOptionsV1.properties).toSorted(),
    );
  });

  test('SECURITY: S22 lets nothing into the archive but the build', () => {
    expect(config.files.filter((pattern) => !pattern.startsWith('!'))).toEqual([
      'out/main/**/*',
      'out/preload/**/*',
      'out/renderer/**/*',
      'out/worker/**/*',
      'package.json',
    ]);
    expect(config.files).toContain('!node_modules/**/*');
    expect(text).not.toMatch(/asarUnpack|disableAsarIntegrity|disableSanityCheckAsar/);
  });

  test('SECURITY: S32 keeps the hardened runtime whole but for what V8 needs', () => {
    expect(config.mac).toMatchObject({
      hardenedRuntime: true,
      entitlements: 'build/entitlements.mac.plist',
      entitlementsInherit: 'build/entitlements.mac.plist',
    });
    expect([...entitlements.matchAll(/<key>(.*?)<\/key>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ]);
  });

  test('SECURITY: S32 holds no secret and names no certificate: what signs is in the environment', () => {
    expect(text).not.toMatch(/cscLink|cscKeyPassword|certificate(File|Password|Sha1)|identity:/i);
    const script = read('scripts/package.mjs');
    expect(script).toContain('forceCodeSigning: options.release');
    expect(config.win['requestedExecutionLevel']).toBe('asInvoker');
  });

  test('SECURITY: S33 publishes nothing, and ships no updater', () => {
    expect(config.publish).toBeNull();
    expect(config.win['verifyUpdateCodeSignature']).toBe(true);
    const manifest = read('package.json');
    expect(manifest).not.toMatch(/electron-updater|squirrel/i);
    expect(text).not.toMatch(/nsisWeb|squirrel|allowUnverified/i);
    expect(script('--publish')).toContain("'--publish', 'never'");
  });

  test('has an icon of the size that every system can scale down', () => {
    const png = readFileSync(join(repository, 'build/icon.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1024, 1024]);
  });
});

function targets(of: { readonly target: readonly Target[] }): string[] {
  return of.target.map(({ target }) => target);
}

function script(word: string): string {
  return (
    read('scripts/package.mjs')
      .split('\n')
      .find((line) => line.includes(`'${word}'`)) ?? ''
  );
}
