import { screen } from '@testing-library/react';
import { accepted, dns, mailbox, organization, transport } from '../shared/readiness/ruleCase.ts';
import { fakeReadiness } from './fakeReadiness.ts';
import { openPage } from './openPage.tsx';
import { snapshotOf } from './snapshotOf.ts';
import type { SnapshotData } from '../../shared/tenant/snapshot.ts';

const dayMilliseconds = 86_400_000;
/** The pages compare with the clock of the computer. */
export const now = new Date();

/** A tenant with something to find, read so many days ago. */
export function contoso(data: Partial<SnapshotData> = {}, daysOld = 0) {
  return {
    ...snapshotOf({
      ...organization({ sendFromAliasEnabled: false, ewsEnabled: null }),
      ...transport({ smtpClientAuthenticationDisabled: false }),
      mailboxes: [mailbox('jane@contoso.example', 'j@contoso.example')],
      acceptedDomains: [accepted({ domainName: 'contoso.example', smtpDaneStatus: 'Disabled' })],
      dns: [dns('contoso.example', { mx: ['contoso-example.o-v1.mx.microsoft'] })],
      ...data,
    }),
    takenAt: new Date(now.getTime() - daysOld * dayMilliseconds).toISOString(),
  };
}

export const region = (name: string) => screen.findByRole('region', { name });
export const button = (name: string | RegExp) => screen.findByRole('button', { name });

/** The app at a path with the tenant judged once. */
export async function openJudged(
  path: string,
  fake = fakeReadiness({ snapshot: contoso(), at: now }),
) {
  await fake.answers['readiness.run']?.({
    jobId: crypto.randomUUID(),
    tenant: 'contoso',
    snapshotId: null,
  });
  return { page: openPage(path, fake.answers), fake };
}
