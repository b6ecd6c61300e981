import type { Cloud } from '../../shared/identity/clouds.ts';

/**
 * What the service takes from the world. Hosts pass the real ones; tests pass real code with a fixed
 * clock and a folder of their own.
 */
export interface Ports {
  /** Replaces the wall clock everywhere: signatures, certificates, deadlines, audit. */
  readonly clock: () => Date;
  /** Where settings and history live; exists, mode 0700. */
  readonly dataDirectory: string;
  readonly host: 'electron' | 'web' | 'cli';
  /** Version of the app, from package.json. */
  readonly version: string;
  /** One line of the audit log. */
  readonly audit: (line: AuditLine) => void;
  /** A bug, for the log; never shown to a person. */
  readonly reportBug: (error: unknown, where: string) => void;
  /** The operating system's key store, on hosts that have one. */
  readonly secrets?: SecretBox;
  /** The host's own road to the internet (Electron's, with the system's proxy and roots); else Node's. */
  readonly fetch?: Fetch;
  /** Opens a sign-in page in the system's browser. Absent: there is no screen, or not this one. */
  readonly openBrowser?: (url: string) => Promise<void>;
  /** Prints a document that holds no script to a PDF. Absent: the host has no window of its own. */
  readonly printPdf?: (html: string) => Promise<Uint8Array>;
  /** A private or simulated cloud in place of Microsoft's; command line and development builds alone. */
  readonly privateCloud?: Cloud;
}

/**
 * One exchange over HTTPS. A redirect is an answer like any other (3xx with `location`), never
 * followed. Rejects when no answer came; `networkError` says why.
 */
export type Fetch = (url: string, request: HttpRequest) => Promise<Response>;

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** Seals secrets so that this person on this machine alone can open them. */
export interface SecretBox {
  /** Whether there is a store that protects anything; without one, secrets stay in memory. */
  isPersistent(): Promise<boolean>;
  /** `null`: no store, nothing may be written. */
  seal(secret: string): Promise<Uint8Array | null>;
  open(sealed: Uint8Array): Promise<OpenedSecret>;
}

/** `sealAgain`: the store changed its key, and what was opened should be sealed and kept anew. */
export type OpenedSecret =
  | { readonly state: 'open'; readonly secret: string; readonly sealAgain: boolean }
  | { readonly state: 'store-changed' }
  | { readonly state: 'damaged' };

export interface AuditLine {
  readonly at: string;
  readonly channel: string;
  /** `ok`, or the error's code. */
  readonly outcome: string;
  readonly milliseconds: number;
}
