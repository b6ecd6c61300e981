import { graphRecord } from '../graphSource.ts';
import { reportSettingsFields } from '../../../../shared/tenant/records/graph.ts';

export const reportSettings = graphRecord('reportSettings', reportSettingsFields);
