import { isIPv6 } from 'node:net';
import { nameText } from './nameText.ts';
import { noteCall } from '../../noteCall.ts';
import { typeName } from '../../dns/codes.ts';
import type { CallNotes } from '../../noteCall.ts';
import type { CheckPorts } from './checkRun.ts';
import type { Connect } from '../../smtp/connectTo.ts';
import type { PolicyFetch } from './mtaSts.ts';
import type { Validator } from '../../dnssec/types.ts';

/** With a line in the audit table for every name, policy and connection that a check asks for. */
export function auditedPorts(ports: CheckPorts, notes: CallNotes): CheckPorts {
  const { probes } = ports;
  return {
    ...ports,
    validator: auditedValidator(ports.validator, notes),
    fetchPolicy: auditedPolicyFetch(ports.fetchPolicy, notes),
    probes: { ...probes, connect: auditedConnect(probes.connect, notes) },
  };
}

export function auditedValidator(validator: Validator, notes: CallNotes): Validator {
  return {
    validate: (name, type, signal) =>
      noteCall(
        notes,
        'dns',
        `${nameText(name)} ${typeName(type)}`,
        () => validator.validate(name, type, signal),
        ({ status }) => status,
      ),
  };
}

export function auditedPolicyFetch(fetchPolicy: PolicyFetch, notes: CallNotes): PolicyFetch {
  return (host, address, signal) =>
    noteCall(
      notes,
      'https',
      `GET https://${host}/.well-known/mta-sts.txt`,
      () => fetchPolicy(host, address, signal),
      (outcome) => (outcome.ok ? '200' : outcome.problem),
    );
}

function auditedConnect(connect: Connect, notes: CallNotes): Connect {
  return (endpoint, signal) => {
    const { address, port } = endpoint;
    const place = isIPv6(address) ? `[${address}]:${port}` : `${address}:${port}`;
    const open = () => connect(endpoint, signal);
    return noteCall(notes, 'smtp', `CONNECT ${place}`, open, () => 'connected');
  };
}
