/** Tenants to read: one in good order, and the others as changes of it. */
import { admin, healthy, reader } from './contoso.ts';
import {
  authenticationPolicy,
  cmdlets,
  graph,
  organizationConfig,
  people,
  signIn,
  transportConfig,
} from './tenantData.ts';
import { exchangeError } from '../api/refusals.ts';
import type { CmdletRows, Row, Scenario } from '../types.ts';

export const wholeTenant: Scenario = { ...healthy, name: 'whole-tenant', cmdlets, graph };

/** As Exchange's own cmdlets tell of the messages that Graph has in `legacy`. */
const traceCmdlets: Readonly<Record<string, CmdletRows>> = {
  'Get-MessageTraceV2': ({ Status: status, StartDate: from, EndDate: to, ResultSize: size }) => {
    const span = Date.parse(String(to)) - Date.parse(String(from));
    if (!(span > 0 && span <= 10 * 86_400_000) || !(Number(size) <= 5000))
      return exchangeError(400, 'The time range is not valid.', 'System.ArgumentException');
    return tracedMessages
      .map((message): Row => ({
        MessageTraceId: message.id,
        MessageId: '<x@contoso.example>',
        Received: message.receivedDateTime.replace('Z', '0000Z'),
        SenderAddress: message.senderAddress,
        RecipientAddress: message.recipientAddress,
        Subject: 'Secret subject',
        Status: message.status,
        Size: 1234,
      }))
      .filter((message) => message['Status'] === status);
  },
  'Get-MessageTraceDetailV2': ({ MessageTraceId: id, RecipientAddress: recipient }) =>
    id === messageId && recipient === "o'neil@partner.example"
      ? [
          { Event: 'Receive', Action: null, Detail: 'Message received by: X', Data: null },
          {
            Event: 'Defer',
            Action: null,
            Detail: 'The message was deferred.',
            Data: `<root><MEP Name="CustomData" Blob="${'x'.repeat(9000)}Reason: [{LED=450 4.7.323 tlsa-invalid: The domain failed DANE validation [LastAttemptedServerName=mx1.partner.example]}]"/></root>`,
          },
          {
            Event: 'Fail',
            Action: null,
            Detail:
              'Reason: [{LED=550 5.7.323 tlsa-invalid: The domain failed DANE validation [LastAttemptedServerName=mx1.partner.example]}]',
            Data: null,
          },
        ]
      : exchangeError(400, 'No such message.', 'System.ArgumentException'),
};

const messageId = '7e3b2b2e-1b5e-4b17-80cc-2af6c1d9a3b1';

const tracedMessages = [
  {
    id: messageId,
    senderAddress: 'user1@contoso.example',
    recipientAddress: "o'neil@partner.example",
    messageId: '<x@contoso.example>',
    receivedDateTime: new Date(Date.now() - 86_400_000).toISOString(),
    subject: 'Secret subject',
    status: 'Failed',
  },
  {
    id: '00000000-0000-4000-8000-00000000aaaa',
    senderAddress: 'user1@contoso.example',
    recipientAddress: 'gone@partner.example',
    receivedDateTime: new Date(Date.now() - 2 * 86_400_000).toISOString(),
    status: 'Pending',
  },
];

/** Everything old: SMTP AUTH open, basic authentication allowed, mail that DANE stopped. */
export const legacy: Scenario = {
  ...wholeTenant,
  name: 'legacy',
  cmdlets: {
    ...cmdlets,
    'Get-OrganizationConfig': [
      {
        ...organizationConfig,
        SendFromAliasEnabled: false,
        OAuth2ClientProfileEnabled: false,
        DefaultAuthenticationPolicy: 'Allow everything',
        RejectDirectSend: false,
      },
    ],
    ...traceCmdlets,
    'Get-TransportConfig': [{ ...transportConfig, SmtpClientAuthenticationDisabled: false }],
    'Get-AuthenticationPolicy': [
      {
        ...authenticationPolicy,
        Name: 'Allow everything',
        AllowBasicAuthSmtp: true,
        AllowBasicAuthImap: true,
      },
    ],
  },
  graph: {
    ...graph,
    conditionalAccess: [],
    signIns: [
      signIn('user1@contoso.example', 'Authenticated SMTP'),
      signIn('user1@contoso.example', 'Authenticated SMTP', { status: { errorCode: 50126 } }),
      signIn('User1@contoso.example', 'Authenticated SMTP', { isInteractive: false }),
      signIn('user2@contoso.example', 'IMAP4'),
      signIn('user2@contoso.example', 'Browser'),
    ],
    traces: tracedMessages,
    traceDetails: {
      [`${messageId} o''neil@partner.example`]: [
        { id: messageId, event: 'Receive', description: 'Message received by: X' },
        {
          id: messageId,
          event: 'Defer',
          description:
            'Reason: [{LED=450 4.7.323 tlsa-invalid: The domain failed DANE validation [LastAttemptedServerName=mx1.partner.example] [LastAttemptedIP=203.0.113.25:25]}]',
        },
        {
          id: messageId,
          event: 'Fail',
          description:
            'Reason: [{LED=550 5.7.323 tlsa-invalid: The domain failed DANE validation [LastAttemptedServerName=mx1.partner.example]}]',
        },
      ],
    },
  },
};

export const ewsBlocked: Scenario = {
  ...wholeTenant,
  name: 'ews-blocked',
  cmdlets: {
    ...cmdlets,
    'Get-OrganizationConfig': [{ ...organizationConfig, EwsEnabled: false }],
  },
};

/** May read little: two cmdlets, no directory roles. */
export const leastPrivileged: Scenario = {
  ...wholeTenant,
  name: 'least-privileged',
  users: [
    {
      ...admin,
      cmdlets: ['Get-AcceptedDomain', 'Get-TransportConfig'],
      deniedRoutes: [
        'graph sign-ins v1.0',
        'graph conditional access',
        'graph report appUsageUsers',
        'graph report appUsageCounts',
        'graph report appUsageVersions',
      ],
    },
    reader,
  ],
};

export const noP1: Scenario = {
  ...wholeTenant,
  name: 'no-p1',
  features: { ...wholeTenant.features, p1: false },
};

export const concealedNames: Scenario = {
  ...wholeTenant,
  name: 'concealed-names',
  features: { ...wholeTenant.features, concealedNames: true },
};

/** Message traces are to be had by Exchange's cmdlets alone. */
export const noTracePrincipal: Scenario = {
  ...legacy,
  name: 'no-trace-principal',
  features: { ...legacy.features, tracePrincipal: false },
};

export const gccHigh: Scenario = { ...wholeTenant, name: 'gcc-high', environment: 'gcc-high' };

/** Only some of the permissions were consented to. */
export const littleConsent: Scenario = {
  ...wholeTenant,
  name: 'little-consent',
  app: {
    ...wholeTenant.app,
    consented: ['User.Read', 'Organization.Read.All', 'Exchange.Manage', 'Policy.Read.All'],
  },
};

/** So many mailboxes, and as many users in the report. */
export function largeTenant(count: number): Scenario {
  return {
    ...wholeTenant,
    name: `large-${count}`,
    cmdlets: { ...cmdlets, ...people(count) },
  };
}
