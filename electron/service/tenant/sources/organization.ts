import { failedReading, reading } from '../source.ts';
import { failed } from '../../microsoft/failure.ts';
import { ownRead } from '../graphSource.ts';
import { readOrganization } from '../read/organization.ts';
import { recordsOf } from '../read/raw.ts';
import type { TenantSource } from '../source.ts';

export const organization: TenantSource = {
  id: 'organization',
  after: [],
  async read({ graph, signal, output }) {
    const outcome = await graph.get(ownRead('organization'), signal);
    if (!outcome.ok) return failedReading(outcome.failure);
    const { body, requestId } = outcome.value;
    const [raw] = recordsOf(body['value']);
    const record = raw === undefined ? null : readOrganization(raw);
    if (record === null) return failedReading(failed('unexpected-answer', { requestId }).failure);
    output.set(record);
    return reading({ requestId });
  },
};
