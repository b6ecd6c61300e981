import { BrowserWindow, session } from 'electron';
import type { Session } from 'electron';
import type { Ports } from '../service/ports.ts';
import { guardPermissions } from './security/permissions.ts';
import { appOrigin, appScheme } from './security/origin.ts';
import { createPrintProtocol } from './security/printProtocol.ts';
import { filterRequests } from './security/requestFilter.ts';
import { printPreferences } from './security/webPreferences.ts';

/** In memory, and apart from the session of the app's own pages. */
const partition = 'print';

/** Prints documents, each in a window of its own that nobody sees. */
export function createPdfPrinter(): NonNullable<Ports['printPdf']> {
  const documents = new Map<string, string>();
  let guarded: Session | null = null;

  function guard(): Session {
    const own = session.fromPartition(partition);
    own.protocol.handle(appScheme, createPrintProtocol(documents));
    filterRequests(own, false);
    guardPermissions(own);
    return own;
  }

  return async (html) => {
    guarded ??= guard();
    const url = `${appOrigin}/print/${crypto.randomUUID()}`;
    documents.set(url, html);
    const window = new BrowserWindow({ show: false, webPreferences: printPreferences(partition) });
    try {
      await window.loadURL(url);
      return await window.webContents.printToPDF({
        pageSize: 'A4',
        preferCSSPageSize: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      });
    } finally {
      window.destroy();
      documents.delete(url);
    }
  };
}
