import type { BrowserContext, Page } from 'playwright/test';

export type HostName = 'web' | 'double' | 'electron';

/** The app as a person has it before them, whatever host it runs on. */
export interface CompanionApp {
  readonly host: HostName;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Of the page, as the browser that shows it names it. */
  readonly origin: string;
  readonly dataDirectory: string;
  /** Does what saves a file, and resolves with the file. */
  saved(action: () => Promise<void>): Promise<SavedFile>;
  /** Follows a link to elsewhere, and resolves with the address that the system's browser got. */
  openedOutside(action: () => Promise<void>): Promise<string | null>;
  /** Does what lets the service open the system's browser, and resolves with the address it was given. */
  signInPage(action: () => Promise<void>): Promise<string>;
  /** Ends the app as a crash does, in the midst of whatever it is doing. On the web host only. */
  kill?(): Promise<void>;
  /** Ends the app as Ctrl+C does; resolves with its exit code. */
  close(): Promise<number | null>;
}

export interface SavedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** Runs in the page before anything of the app does. */
export function recordViolations(): void {
  const violations: string[] = [];
  Object.defineProperty(globalThis, 'policyViolations', { value: violations });
  document.addEventListener('securitypolicyviolation', (event) => {
    violations.push(`${event.effectiveDirective}: ${event.blockedURI}`);
  });
}

/** What the content security policy stopped since the document began. */
export function violationsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () => (globalThis as unknown as { policyViolations: string[] }).policyViolations,
  );
}
