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
}

export interface AuditLine {
  readonly at: string;
  readonly channel: string;
  /** `ok`, or the error's code. */
  readonly outcome: string;
  readonly milliseconds: number;
}
