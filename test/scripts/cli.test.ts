import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { mkdirSync, writeFileSync } from 'node:fs';
import { copyRepository } from './repositoryCopy.ts';
import type { RepositoryCopy } from './repositoryCopy.ts';

let copy: RepositoryCopy;

beforeAll(() => {
  copy = copyRepository({ installed: true });
});
afterAll(() => copy.remove());

const data = '8b'.repeat(32);

describe('npm run cli', () => {
  it('runs the sources: stdout is the command’s own, the exit code too, and nothing is built', async () => {
    const good = copy.run(['scripts/cli.mjs', 'tlsa', 'explain', '--json', `3 1 1 ${data}`]);
    expect(await good.ended).toBe(0);
    expect(JSON.parse(good.stdout())).toMatchObject({ valid: true });
    expect(good.stderr()).toBe('');
    const bad = copy.run(['scripts/cli.mjs', 'tlsa', 'explain', '--json', 'nonsense']);
    expect(await bad.ended).toBe(2);
  });

  it('finds a file from where the person stands, not from the package’s folder', async () => {
    const elsewhere = join(copy.folder, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'empty.pem'), '');
    const args = ['scripts/cli.mjs', 'tlsa', 'generate', '--json', '--host', 'mail.example.org'];
    const code = async (env: Readonly<Record<string, string>>): Promise<string> => {
      const run = copy.run([...args, 'empty.pem'], env);
      await run.ended;
      return (JSON.parse(run.stdout()) as { readonly code: string }).code;
    };
    const found = await code({ npm_lifecycle_event: 'cli', INIT_CWD: elsewhere });
    const lost = await code({ npm_lifecycle_event: 'test', INIT_CWD: elsewhere });
    expect(lost).toBe('file-not-found');
    expect(found).not.toBe(lost);
  });
});
