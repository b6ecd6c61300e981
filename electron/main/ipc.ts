import { ipcMain } from 'electron';
import type { WebContents } from 'electron';
import { callRoad, eventRoad } from '../../shared/contract/bridge.ts';
import type { EventName, EventPayload } from '../../shared/contract/index.ts';
import type { Service } from '../service/service.ts';
import { createCallHandler } from './callHandler.ts';
import type { CallHandlerOptions } from './callHandler.ts';

/** The one file that knows `ipcMain`. SECURITY: S17 SECURITY: S20 */
export function serveCalls(options: CallHandlerOptions): void {
  const handle = createCallHandler(options);
  ipcMain.handle(callRoad, (event, channel: unknown, input: unknown) =>
    handle(event, channel, input),
  );
}

/** Sends the service's events to a window until it is gone. */
export function pushEvents(service: Service, contents: WebContents): void {
  const stop = service.subscribe((event, payload) => {
    if (!contents.isDestroyed()) contents.send(eventRoad, event, payload);
  });
  contents.once('destroyed', stop);
}

/** Tells one page something that the shell, not the service, learned. */
export function tell<Name extends EventName>(
  contents: WebContents,
  event: Name,
  payload: EventPayload<Name>,
): void {
  contents.send(eventRoad, event, payload);
}
