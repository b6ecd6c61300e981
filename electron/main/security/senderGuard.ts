import { isOwnUrl } from './origin.ts';

interface Frame {
  readonly origin: string;
  readonly detached: boolean;
}

/** The part of Electron's `IpcMainInvokeEvent` that the decision needs. */
export interface CallEvent {
  readonly sender: { readonly id: number; readonly mainFrame: Frame };
  readonly senderFrame: Frame | null;
}

/**
 * Whether a call comes from where calls may come from: a window that we opened, its main frame, and
 * a document of our own origin in it at this moment.
 *
 * All three are needed. The window alone would let a frame inside it speak; the origin alone would
 * let another window speak. A frame that is gone (`null`), or that is on its way out (`detached`),
 * can't be judged any more and is refused.
 *
 * SECURITY: S17
 */
export function isTrustedSender(event: CallEvent, windows: ReadonlySet<number>): boolean {
  const frame = event.senderFrame;
  return (
    windows.has(event.sender.id) &&
    frame !== null &&
    !frame.detached &&
    frame === event.sender.mainFrame &&
    isOwnUrl(frame.origin)
  );
}
