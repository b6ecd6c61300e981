/** Somebody at a desk: the real identity against a simulated cloud, and a browser that a script drives. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIdentity } from '../../electron/service/identity/createIdentity.ts';
import { noRegistration } from '../../shared/identity/registration.ts';
import { parseCloudFile } from '../../shared/identity/cloudFile.ts';
import { browse } from '../cloud/browser.ts';
import type { AppError, Result } from '../../shared/errors.ts';
import type { Browsed, Person } from '../cloud/browser.ts';
import type { Identity } from '../../electron/service/identity/createIdentity.ts';
import type { OutsideCall } from '../../electron/service/outsideCalls.ts';
import type { Ports } from '../../electron/service/ports.ts';
import type { Registration } from '../../shared/identity/registration.ts';
import type { SignInStep } from '../../shared/contract/identity.ts';
import type { SimulatedCloud } from '../cloud/startCloud.ts';

export interface DeskOptions {
  readonly cloud: SimulatedCloud;
  readonly secrets?: Ports['secrets'];
  readonly directory?: string;
  readonly registration?: Partial<Registration>;
  readonly machineTime?: () => number;
  /** `null`: a host without a browser. */
  readonly openBrowser?: ((url: string) => Promise<void>) | null;
}

export interface Desk extends Disposable {
  readonly identity: Identity;
  readonly directory: string;
  readonly ports: Ports;
  /** What was reported as a bug, as text. */
  readonly bugs: string[];
  /** Who signs in, and how they decide. */
  person: Omit<Person, 'ca'>;
  /** Pages that the browser ended on. */
  readonly browsed: Browsed[];
  /** Every page that was opened. */
  readonly opened: string[];
  /** Lines of the audit table. */
  readonly calls: readonly OutsideCall[];
  /** Aborts what waits for the person. */
  readonly controller: AbortController;
  /** Signs in by browser. */
  browserSignIn(accountId?: string | null, consent?: Consent): ReturnType<Identity['signIn']>;
  /** Signs in with a code; the person enters it at once, unless `enter` is false. */
  codeSignIn(enter?: boolean): ReturnType<Identity['signInWithCode']>;
  readonly steps: SignInStep[];
}

type Consent = Parameters<Identity['signIn']>[0]['consent'];

export function sitDown(options: DeskOptions): Desk {
  const { cloud } = options;
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'exo-companion-desk-'));
  const bugs: string[] = [];
  const steps: SignInStep[] = [];
  const browsed: Browsed[] = [];
  const opened: string[] = [];
  const calls: OutsideCall[] = [];
  const controller = new AbortController();
  const openBrowser = async (url: string): Promise<void> => {
    opened.push(url);
    // As a real one: opening returns long before the person is done.
    void browse(url, { ...desk.person, ca: cloud.ca }).then(
      (page) => browsed.push(page),
      (error: unknown) => bugs.push(`browser: ${String(error)}`),
    );
  };
  const ports: Ports = {
    clock: () => new Date(),
    dataDirectory: directory,
    host: 'electron',
    version: '0.0.0',
    audit() {},
    reportBug: (error, where) => bugs.push(`${where}: ${String(error)}`),
    ...(options.secrets === undefined ? {} : { secrets: options.secrets }),
    ...(options.openBrowser === null ? {} : { openBrowser: options.openBrowser ?? openBrowser }),
  };
  const identity = createIdentity({
    ports,
    registration: () => ({
      ...noRegistration,
      clientId: cloud.scenario.app.clientId,
      ...options.registration,
    }),
    privateCloud: value(parseCloudFile(JSON.stringify(cloud.cloud), 'cloud.json')),
    changed() {},
    record: (call) => calls.push(call),
    ...(options.machineTime === undefined ? {} : { machineTime: options.machineTime }),
  });
  const context = (enter: boolean) => ({
    signal: controller.signal,
    onStep(step: SignInStep) {
      steps.push(step);
      if (step.step === 'code' && enter)
        void openBrowser(`${step.verificationUri}?user_code=${step.userCode}`);
    },
  });
  const desk: Desk = {
    identity,
    directory,
    ports,
    bugs,
    person: { login: 'admin@contoso.example' },
    browsed,
    opened,
    calls,
    controller,
    steps,
    browserSignIn: (accountId = null, consent = null) =>
      identity.signIn({ accountId, consent }, context(true)),
    codeSignIn: (enter = true) =>
      identity.signInWithCode({ accountId: null, consent: null }, context(enter)),
    [Symbol.dispose]() {
      if (options.directory === undefined) rmSync(directory, { recursive: true, force: true });
    },
  };
  return desk;
}

export function value<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.error)}`);
}

export function refusal(result: Result<unknown>): AppError {
  if (!result.ok) return result.error;
  throw new Error('was not refused');
}
