import { success } from '../../../../shared/errors.ts';
import { parseServerName } from '../../../../shared/dane/serverName.ts';
import { readCertificateFile } from '../../certificates/readCertificateFile.ts';
import { parseName } from '../../dns/name.ts';
import type { Ports } from '../../ports.ts';
import type { Handlers } from '../../router.ts';
import { historyKinds } from '../serve/keptChecks.ts';
import type { OpenHistory } from '../../history/openHistory.ts';
import { openRun } from '../serve/openRun.ts';
import type { RunWorld } from '../serve/openRun.ts';
import { chainOfFile } from './chainOfFile.ts';
import { checkRollover } from './checkRollover.ts';
import { fetchCurrentChain } from './currentChain.ts';

/** The channel `rollover.check`. */
export function createRolloverHandlers(
  world: RunWorld & { readonly history: () => OpenHistory },
  host: Ports['host'],
): Pick<Handlers, 'rollover.check'> {
  return {
    async 'rollover.check'({ host: hostText, port, name, content, password, options }, job) {
      const { signal } = job;
      const serverName = parseServerName(hostText);
      if (!serverName.ok) return serverName;
      const hostName = parseName(serverName.value);
      if (!hostName.ok) return hostName;
      const bytes = Buffer.from(content, 'base64');
      const file = await readCertificateFile(bytes, name, password, { signal, host });
      if (!file.ok) return file;
      const opened = await openRun(options, 1, world);
      if (!opened.ok) return opened;
      using open = opened.value;
      const { ports, settings } = open;
      const isMail = port === 25;
      const result = await checkRollover(
        {
          host: hostName.value,
          port,
          chain: chainOfFile(file.value),
          currentChain: fetchCurrentChain({
            probes: ports.probes,
            port: (isMail ? settings.connectPort : null) ?? port,
            isMail,
            timeout: settings.timeout,
            allowPrivate: settings.allowPrivate,
            signal,
          }),
          seen: (owner) => world.history().sightings.of(historyKinds[options.place], owner),
          roots: isMail ? [] : ports.roots(),
          at: ports.clock(),
        },
        ports.validator,
        signal,
      );
      return success(result);
    },
  };
}
