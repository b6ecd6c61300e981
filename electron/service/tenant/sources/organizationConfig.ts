import { createRecordReader } from '../../../../shared/tenant/readRecord.ts';
import { lacking, readOne } from '../cmdletSource.ts';
import { organizationConfigFields } from '../../../../shared/tenant/records/exchange.ts';
import { reading } from '../source.ts';
import type { TenantSource } from '../source.ts';

const { ewsAllowedAppIds, ...plainFields } = organizationConfigFields;

/**
 * The organization's settings, and in a second run the apps that may use EWS: Exchange tells those only
 * when asked for them, and not every version of it knows the switch.
 */
export const organizationConfig: TenantSource = {
  id: 'organizationConfig',
  after: [],
  async read(context) {
    const plain = createRecordReader(plainFields);
    const cmdlet = 'Get-OrganizationConfig';
    const { record, result } = await readOne({ cmdlet, parameters: {} }, plain, context);
    if (record === null) return result;
    const apps = createRecordReader({ ewsAllowedAppIds });
    const second = await readOne(
      { cmdlet, parameters: { RetrieveEwsOperationAccessPolicy: true } },
      apps,
      context,
    );
    context.output.set({ ...record, ewsAllowedAppIds: second.record?.ewsAllowedAppIds ?? [] });
    const unknown = second.record === null ? ['ewsAllowedAppIds'] : lacking(apps);
    const { requestId } = second.record === null ? result : second.result;
    return reading({
      requestId,
      missing: [...lacking(plain), ...unknown],
      detail: second.result.detail,
    });
  },
};
