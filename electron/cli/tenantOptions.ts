/** `--client-id`, `--tenant`, `--cloud`, `--interactive`: the same for every command that signs in. */
import { z } from 'zod';
import {
  clientIdSchema,
  noRegistration,
  tenantNameSchema,
} from '../../shared/identity/registration.ts';
import { cloudIds } from '../../shared/identity/clouds.ts';
import { errorSentences } from './words.ts';
import { createHostPorts } from '../service/hostPorts.ts';
import { createIdentity } from '../service/identity/createIdentity.ts';
import { createSettingsStore } from '../service/settings/settingsStore.ts';
import { openBrowser } from '../service/openBrowser.ts';
import { readCloudFile } from '../service/identity/readCloudFile.ts';
import { success } from '../../shared/errors.ts';
import { usageError } from './options.ts';
import type { Cloud, CloudId } from '../../shared/identity/clouds.ts';
import type { Identity } from '../service/identity/createIdentity.ts';
import type { Invocation, OptionSpecs } from './command.ts';
import type { Ports } from '../service/ports.ts';
import type { RecordOutsideCall } from '../service/outsideCalls.ts';
import type { Registration } from '../../shared/identity/registration.ts';
import type { Result } from '../../shared/errors.ts';
import type { SignInStep } from '../../shared/contract/identity.ts';
import type { TenantSession } from '../service/identity/types.ts';

export const tenantOptions = {
  'client-id': { type: 'string', placeholder: 'ID', description: 'identity.option.client-id' },
  tenant: { type: 'string', placeholder: 'ID|DOMAIN', description: 'identity.option.tenant' },
  cloud: { type: 'string', placeholder: 'CLOUD|FILE', description: 'identity.option.cloud' },
  interactive: { type: 'boolean', description: 'identity.option.interactive' },
} as const satisfies OptionSpecs;

/** Somebody signed in for one command. Nothing of it outlives the command. */
export interface SignedIn {
  readonly session: TenantSession;
  readonly identity: Identity;
  /** For what reads a tenant: no key store among them, so that nothing is kept. */
  readonly ports: Ports;
  /** Forgets the tokens. To be called whatever happens. */
  signOut(): Promise<void>;
}

/**
 * Signs in as the options say, with a code or the browser, and says on stderr what to do and what
 * becomes of the tokens. Errors: those of `Identity.signIn`, `usage`, those of `readCloudFile`.
 */
export async function signInForCommand(
  invocation: Invocation<typeof tenantOptions>,
  record: RecordOutsideCall,
): Promise<Result<SignedIn>> {
  const place = await readPlace(invocation);
  if (!place.ok) return place;
  const { registration, privateCloud } = place.value;
  const { io, output, words, dataDirectory, values } = invocation;
  const ports: Ports = {
    ...createHostPorts('cli', dataDirectory, invocation.clock),
    async openBrowser(url) {
      openBrowser(url);
      await output.message(words('identity.cli.browser', { url }));
    },
  };
  const identity = createIdentity({
    ports,
    registration: () => registration,
    privateCloud,
    changed() {},
    record,
  });
  const context = {
    signal: io.signal,
    onStep(step: SignInStep) {
      if (step.step === 'code') void output.message(codeText(step, words));
    },
  };
  const request = { accountId: null, consent: null };
  const account = values.interactive
    ? await identity.signIn(request, context)
    : await identity.signInWithCode(request, context);
  if (!account.ok) return account;
  const { id, username, tenantId } = account.value;
  const session = await identity.session(id);
  if (!session.ok) return session;
  await output.message(words('identity.cli.signed-in', { username, tenantId }));
  return success({
    session: session.value,
    identity,
    ports,
    async signOut() {
      // What Microsoft said when it would not renew a token, the sources only say that it did not.
      const { accounts } = await identity.state();
      const needs = accounts.find((one) => one.id === id)?.needs ?? null;
      await identity.signOut(id);
      if (needs !== null) {
        const { message, action } = errorSentences(words, needs);
        await output.message(`${message}\n  ${action}`);
      }
      await output.message(words('identity.cli.signed-out', { username }));
    },
  });
}

function codeText(
  { userCode, verificationUri, message }: Extract<SignInStep, { step: 'code' }>,
  words: Invocation['words'],
): string {
  // Microsoft's own sentence, where it says what matters.
  if (message.includes(userCode) && message.includes(verificationUri)) return message;
  return words('identity.cli.code', { userCode, verificationUri });
}

/** Microsoft's are GUIDs; another cloud names applications as it likes. */
const privateClientId = z.string().regex(/^[\w.~-]{1,128}$/);
const exampleId = '11111111-2222-3333-4444-555555555555';

interface SignInPlace {
  readonly registration: Registration;
  readonly privateCloud: Cloud | null;
}

/** The options, and where they are silent the settings of the app. */
async function readPlace({
  values,
  dataDirectory,
  clock,
}: Invocation<typeof tenantOptions>): Promise<Result<SignInPlace>> {
  const tenant = tenantNameSchema.nullable().safeParse(values.tenant);
  if (!tenant.success) return wrong('--tenant', values.tenant, 'contoso.example');
  const ports = createHostPorts('cli', dataDirectory, clock);
  const settings = createSettingsStore(ports, () => {}).get().registration ?? noRegistration;
  const cloud = values.cloud ?? settings.cloud;
  const named = cloudIds.find((id): id is CloudId => id === cloud);
  const idSchema = named === undefined ? privateClientId : clientIdSchema;
  const clientId = idSchema.nullable().safeParse(values['client-id']?.trim() ?? null);
  if (!clientId.success) return wrong('--client-id', values['client-id'], exampleId);
  const file = named === undefined ? await readCloudFile(cloud) : null;
  if (file !== null && !file.ok) return file;
  return success({
    registration: {
      clientId: clientId.data ?? settings.clientId,
      // A tenant of the settings belongs to the cloud of the settings.
      tenant: tenant.data ?? (values.cloud === null ? settings.tenant : null),
      cloud: named ?? 'worldwide',
    },
    privateCloud: file === null ? null : file.value,
  });
}

function wrong(option: string, value: string | null, example: string) {
  return usageError({ problem: 'choice', option, value: value ?? '', choices: example });
}
