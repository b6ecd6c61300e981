import { graphRecord } from '../graphSource.ts';
import { securityDefaultsFields } from '../../../../shared/tenant/records/graph.ts';

export const securityDefaults = graphRecord('securityDefaults', securityDefaultsFields);
