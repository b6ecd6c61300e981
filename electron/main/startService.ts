import { mkdirSync } from 'node:fs';
import { net, safeStorage, shell } from 'electron';
import type { Cloud } from '../../shared/identity/clouds.ts';
import { createElectronFetch } from './electronFetch.ts';
import { createPdfPrinter } from './pdfPrinter.ts';
import { createHostPorts } from '../service/hostPorts.ts';
import type { Ports } from '../service/ports.ts';
import { createService } from '../service/service.ts';
import type { Service } from '../service/service.ts';
import { createSecretBox } from './security/secretBox.ts';
import { openSignInPage } from './security/signInPage.ts';

export interface RunningService {
  readonly service: Service;
  readonly ports: Ports;
}

/**
 * The service with the real world behind it, or with a private cloud in place of Microsoft's.
 *
 * @throws where the data directory can't be had.
 */
export function startService(dataDirectory: string, privateCloud: Cloud | null): RunningService {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const ports: Ports = {
    ...createHostPorts('electron', dataDirectory),
    secrets: createSecretBox(safeStorage, process.platform),
    fetch: createElectronFetch((options) => net.request(options)),
    ...(privateCloud === null ? {} : { privateCloud }),
    printPdf: createPdfPrinter(),
    openBrowser: (url) =>
      openSignInPage(
        url,
        (checked) => shell.openExternal(checked),
        privateCloud?.authority ?? null,
      ),
  };
  return { service: createService(ports), ports };
}
