/** Signing in: its errors, its states, and how to register the app. */
export const identity = {
  'error.client-id-missing.message': 'This app is not registered in Microsoft Entra yet.',
  'error.client-id-missing.action':
    'Register it once, as the page “Signing in” shows, and enter its application (client) ID. On a command line: --client-id ID',
  'error.browser-unavailable.message': 'No browser can be opened from here.',
  'error.browser-unavailable.action': 'Sign in with a code instead, in a browser anywhere.',
  'error.sign-in-required.message': 'Nobody is signed in, or the sign-in is over.',
  'error.sign-in-required.action': 'Sign in again.',
  'error.sign-in-timeout.message': 'Nobody finished signing in within {minutes, number} minutes.',
  'error.sign-in-timeout.action':
    'Start again. If the browser showed an error with a number such as AADSTS700016, look that number up under Explain.',
  'error.sign-in-declined.message': 'Signing in was declined in the browser.',
  'error.sign-in-declined.action': 'Start again if that was a mistake.',
  'error.sign-in-failed.message': 'Microsoft refused the sign-in: {detail}',
  'error.sign-in-failed.action':
    '{number, plural, =0 {Try again. If it stays so, ask the administrator of your organization.} other {Try again. If it stays so, ask the administrator of your organization about AADSTS{number, number, ::group-off}.}}',
  'error.session-revoked.message':
    'The session of {account} has ended: it was revoked, the password changed, or it was unused for too long.',
  'error.session-revoked.action': 'Sign in again with this account.',
  'error.account-unknown.message': 'This account is not signed in here.',
  'error.account-unknown.action': 'Sign in with it, or choose another account.',
  'error.account-differs.message': 'You signed in as {actual}; {expected} was asked for.',
  'error.account-differs.action':
    'Start again and choose {expected} in the browser. To add the other account, sign in without choosing one first.',
  'error.account-disabled.message': 'This account is disabled.',
  'error.account-disabled.action': 'Ask an administrator to enable it, or use another account.',
  'error.device-code-expired.message': 'The code was not used in time.',
  'error.device-code-expired.action': 'Start again and enter the new code within 15 minutes.',

  'error.consent-required.message': '{account} has not allowed this app to use {scopes}.',
  'error.consent-required.action':
    'Give consent in the app, or send the consent link to an administrator.',
  'error.consent-declined.message': 'The permissions were declined in the browser.',
  'error.consent-declined.action':
    'What needs them stays “not assessed”. Ask again when you want it read.',
  'error.admin-consent-required.message':
    'Only an administrator can allow this app to use these permissions.',
  'error.admin-consent-required.action':
    'Send the consent link to a Global Administrator or a Privileged Role Administrator, then try again.',
  'error.app-not-in-tenant.message':
    'The tenant does not know the application ID {clientId} (AADSTS{number, number, ::group-off}).',
  'error.app-not-in-tenant.action':
    'Compare the application (client) ID with the registration, and check that tenant and cloud are the right ones. A registration of another organization must be multitenant.',
  'error.tenant-required.message':
    'The registration is of one organization alone, and no tenant was named (AADSTS{number, number, ::group-off}).',
  'error.tenant-required.action':
    'Name the tenant beside the application ID, by its ID or one of its domains. On a command line: --tenant ID',
  'error.app-permission-missing.message':
    'The app’s registration does not list the permission that was asked for (AADSTS{number, number, ::group-off}).',
  'error.app-permission-missing.action':
    'Add it under API permissions. For Exchange: APIs my organization uses, Office 365 Exchange Online, delegated, Exchange.Manage.',
  'error.redirect-not-registered.message':
    'The registration does not have the redirect address of desktop apps.',
  'error.redirect-not-registered.action':
    'Under Authentication, add the platform “Mobile and desktop applications” with the address http://localhost',
  'error.public-client-off.message': 'The registration does not allow signing in with a code.',
  'error.public-client-off.action':
    'Under Authentication, set “Allow public client flows” to Yes, or sign in with the browser.',
  'error.resource-not-in-tenant.message':
    'The tenant does not have the service that was asked for (AADSTS{number, number, ::group-off}).',
  'error.resource-not-in-tenant.action':
    'Check that this is the right tenant and the right cloud, and that the tenant has Exchange Online.',
  'error.scope-unknown.message': 'This cloud does not know the permission that was asked for.',
  'error.scope-unknown.action':
    'Check the cloud under Settings. Some sources exist in the worldwide cloud alone and stay “not assessed” elsewhere.',
  'error.tenant-not-found.message': 'There is no tenant “{tenant}” in this cloud.',
  'error.tenant-not-found.action': 'Check the tenant’s ID or domain, and the cloud.',
  'error.guest-not-in-tenant.message': 'This account does not belong to the tenant.',
  'error.guest-not-in-tenant.action':
    'Use an account of the tenant, or have this one invited as a guest.',
  'error.user-not-found.message': 'The tenant has no such account.',
  'error.user-not-found.action': 'Check the spelling, or the tenant and the cloud.',
  'error.user-not-assigned.message': 'This account is not assigned to the app.',
  'error.user-not-assigned.action':
    'Ask an administrator to assign it: Enterprise applications, the app, Users and groups.',
  'error.mfa-required.message': 'Microsoft wants a second proof of who you are.',
  'error.mfa-required.action': 'Sign in again, with the browser.',
  'error.external-challenge.message':
    'Your organization’s rules ask for a check that another service makes.',
  'error.external-challenge.action': 'Sign in again, with the browser.',
  'error.device-condition.message':
    'Your organization’s rules allow only certain devices (AADSTS{number, number, ::group-off}).',
  'error.device-condition.action':
    'Sign in with the browser on a compliant or joined device. Signing in with a code shows no device.',
  'error.access-blocked.message': 'A Conditional Access policy blocks this sign-in.',
  'error.access-blocked.action':
    'Ask an administrator to look it up in the sign-in logs. Signing in with a code is often blocked: try the browser.',
  'error.clock-wrong.message':
    'This computer’s clock is {minutes, plural, one {# minute} other {# minutes}} {direction, select, ahead {ahead} other {behind}}, so sign-ins count as not yet or no longer valid.',
  'error.clock-wrong.action': 'Set date, time and time zone, best by a time server, and try again.',
  'error.cloud-file-invalid.message':
    '{problem, select, json {“{file}” is not a cloud file.} ca {The roots in “{file}” can’t be read.} other {The value of “{problem}” in “{file}” is missing or wrong.}}',
  'error.cloud-file-invalid.action':
    'Write JSON with name, authority, graph and exchange (https addresses), and ca (PEM text, or the path of a PEM file).',

  'error.network-unreachable.message': '{host} can’t be reached from here.',
  'error.network-unreachable.action':
    'Check the network and the proxy, and that a firewall lets {host} through on port 443.',
  'error.network-timeout.message': '{host} did not answer in time.',
  'error.network-timeout.action': 'Try again in a moment.',
  'error.network-untrusted.message': 'The certificate of {host} is not trusted: {problem}',
  'error.network-untrusted.action':
    'If your organization inspects traffic, install its root certificate in the system’s store. Else somebody may be listening: use another network.',
  'error.network-proxy.message': 'The proxy wants a user name and a password for {host}.',
  'error.network-proxy.action':
    'Ask for an exception for {host}, or sign in to the proxy in the system’s settings.',
  'error.service-unavailable.message':
    '{host} answers, but not with what it should ({status, number, ::group-off}).',
  'error.service-unavailable.action': 'Try again in some minutes. The service may be disturbed.',

  'app.job.identity.signIn': 'Sign in with the browser',
  'app.job.identity.deviceCode': 'Sign in with a code',
  'app.job.identity.checkRegistration': 'Check the app’s registration',

  'identity.browser.done.title': 'You are signed in',
  'identity.browser.done.text': 'Go back to Exchange Companion. You can close this page.',
  'identity.browser.failed.title': 'You are not signed in',
  'identity.browser.failed.text': 'Exchange Companion says why. You can close this page.',

  'identity.keeping.kept':
    'You stay signed in: tokens are kept on this computer, encrypted by the operating system.',
  'identity.keeping.no-store':
    'Tokens are kept in memory and end with the app: there is no key store here that would protect them.',
  'identity.keeping.store-changed':
    'The system’s key store has changed, so the kept sign-ins can’t be opened. Sign in again.',
  'identity.keeping.damaged': 'The kept sign-ins were damaged and put aside. Sign in again.',
  'identity.keeping.not-written':
    'Tokens are kept in memory and end with the app: the disk could not be written.',

  'identity.guide.step.open': 'Open {0}, then App registrations, New registration.',
  'identity.guide.step.name':
    'Name it “{0}”. Supported account types: accounts in this organizational directory only.',
  'identity.guide.step.redirect':
    'Under Authentication, add the platform “Mobile and desktop applications” with the redirect URI {0}',
  'identity.guide.step.public-client':
    'Under Authentication, set “Allow public client flows” to Yes. Only signing in with a code needs it.',
  'identity.guide.step.graph':
    'Under API permissions, add Microsoft Graph, delegated permissions: {0}',
  'identity.guide.step.exchange':
    'Under API permissions, add APIs my organization uses, Office 365 Exchange Online, delegated permissions: {0}',
  'identity.guide.step.consent':
    'Choose “Grant admin consent”, or leave it: the app asks for each permission when it is first needed.',
  'identity.guide.step.role':
    'Sign in as somebody with the role Global Reader. It reads everything that is read here and changes nothing.',
  'identity.guide.step.copy':
    'Copy the application (client) ID and the directory (tenant) ID from the overview, and enter both here.',

  'identity.check.tenant': 'The tenant in this cloud',
  'identity.check.application': 'The application in the tenant',
  'identity.check.public-client': 'Signing in with a code',

  'identity.permission.User.Read': 'Who is signed in, and the name of the organization.',
  'identity.permission.Organization.Read.All':
    'The organization with its domains and licences, so that what needs a licence is told beforehand.',
  'identity.permission.Domain.Read.All':
    'Domains, and the DNS records that Microsoft wants for each.',
  'identity.permission.Policy.Read.All': 'Security defaults and Conditional Access.',
  'identity.permission.AuditLog.Read.All': 'Sign-ins by legacy protocols.',
  'identity.permission.Directory.Read.All':
    'Sign-ins: Microsoft’s page on them names it beside AuditLog.Read.All.',
  'identity.permission.Reports.Read.All': 'Which e-mail apps are in use.',
  'identity.permission.ReportSettings.Read.All': 'Whether those reports hide names.',
  'identity.permission.ServiceMessage.Read.All': 'Microsoft’s announcements for the tenant.',
  'identity.permission.ExchangeMessageTrace.Read.All': 'Mail that failed DANE or DNSSEC.',
  'identity.permission.User.Read.All':
    'Addresses of mailboxes, where the account has no Exchange role for them.',
  'identity.permission.Exchange.Manage': 'Exchange’s settings, by Get-* cmdlets alone.',

  'identity.cli.sign-in.summary': 'Signs in to a tenant and says what this app may read there.',
  'identity.cli.sign-in.description':
    'Signs in with a code, or with the browser, and says what this app may read in the tenant. Tokens are never stored: they are forgotten when the command ends.',
  'identity.cli.browser': 'Sign in with the browser. If none opened, open this address:\n{url}',
  'identity.cli.code':
    'To sign in, open {verificationUri} in a browser and enter the code {userCode}',
  'identity.cli.signed-in':
    'Signed in as {username}, tenant {tenantId}. Tokens stay in memory and are forgotten at the end.',
  'identity.cli.signed-out':
    'Signed out {username}: the tokens are forgotten, and none was stored.',
  'identity.cli.coverage': 'What can be read:',
  'identity.cli.todo': 'What to do:',
  'identity.cli.todo.consent':
    'An administrator opens the link below and gives consent. Then sign in again.',
  'identity.cli.consent-links':
    'Links for consent (their last page can’t be reached, and that is in order):',
  'identity.cli.permissions': 'Permissions of this app in the tenant:',
  'identity.cli.granted': 'granted',
  'identity.cli.not-granted': 'consent needed',

  'identity.option.client-id':
    'Application (client) ID of your registration; else that of the settings.',
  'identity.option.tenant': 'The tenant’s ID or one of its domains; else any organization’s.',
  'identity.option.cloud':
    'One of worldwide, gcc-high, dod, china; or a JSON file of a private cloud, with name, authority, graph, exchange and ca.',
  'identity.option.interactive': 'Signs in with the browser of this computer instead of a code.',
} as const;
