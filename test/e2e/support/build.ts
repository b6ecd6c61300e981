import { execFileSync } from 'node:child_process';
import { repository } from './paths.ts';

/** Specs run what ships: whatever has changed is built first. */
export default function build(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: repository, stdio: 'inherit' });
}
