import { useState } from 'react';
import type { CloudId } from '../../../../shared/identity/clouds.ts';
import type { Registration } from '../../../../shared/identity/registration.ts';

export interface TypedRegistration {
  readonly clientId: string;
  readonly tenant: string;
  readonly cloud: CloudId;
}

/** What stands in the form; saved anew, here or in another window, it is what was saved. */
export function useTypedRegistration(
  registration: Registration,
): readonly [TypedRegistration, (part: Partial<TypedRegistration>) => void] {
  const [typed, setTyped] = useState(() => typedOf(registration));
  const [saved, setSaved] = useState(registration);
  if (JSON.stringify(saved) !== JSON.stringify(registration)) {
    setSaved(registration);
    setTyped(typedOf(registration));
  }
  return [typed, (part) => setTyped((old) => ({ ...old, ...part }))];
}

function typedOf({ clientId, tenant, cloud }: Registration): TypedRegistration {
  return { clientId: clientId ?? '', tenant: tenant ?? '', cloud };
}
