import { app } from 'electron';
import { commandArguments } from './commandLine.ts';
import { startShell } from './shell.ts';

const args = commandArguments(process.argv, {
  packaged: app.isPackaged,
  platform: process.platform,
});

if (args === null) startShell();
else {
  // The command line reads its arguments where Node puts them: behind the program and the script.
  process.argv = [process.execPath, 'exo-companion', ...args];
  await import('../cli/exoCompanion.ts');
  app.exit(Number(process.exitCode ?? 0));
}
