/**
 * The requests that ever leave for Graph: all of them read, and each is written here. Words in braces
 * stand for one value.
 *
 * SECURITY: S30
 */
const paths = [
  '/v1.0/organization',
  '/v1.0/domains',
  '/v1.0/domains/{domain}/serviceConfigurationRecords',
  '/v1.0/users',
  '/v1.0/policies/identitySecurityDefaultsEnforcementPolicy',
  '/v1.0/identity/conditionalAccess/policies',
  '/v1.0/auditLogs/signIns',
  '/beta/auditLogs/signIns',
  '/v1.0/admin/reportSettings',
  "/v1.0/reports/getEmailAppUsageVersionsUserCounts(period='{period}')",
  "/v1.0/reports/getEmailAppUsageAppsUserCounts(period='{period}')",
  "/v1.0/reports/getEmailAppUsageUserDetail(period='{period}')",
  '/v1.0/admin/serviceAnnouncement/messages',
  '/v1.0/admin/exchange/tracing/messageTraces',
  "/v1.0/admin/exchange/tracing/messageTraces/{trace}/getDetailsByRecipient(recipientAddress='{address}')",
  "/v1.0/servicePrincipals(appId='{app}')",
] as const;

const patterns: readonly (readonly [RegExp, string])[] = paths.map((path) => [
  new RegExp(`^${path.replaceAll(/[.()]/g, String.raw`\$&`).replaceAll(/\{\w+\}/g, "[^/'()]+")}$`),
  path,
]);

/** The only thing that is posted: several reads in one request. */
export const batchPath = '/v1.0/$batch';

/**
 * What the audit table calls the request: verb and path. Somebody's address in it is left out, names of
 * domains are not. Throws for what is not on the list: that is a bug, and nothing is sent.
 */
export function assertAllowedGet(path: string): string {
  const decoded = decodeURIComponent(path);
  const known = patterns.find(
    ([pattern]) => pattern.test(path) && !/[/\\]\.\.?(?:[/\\]|$)/.test(decoded),
  );
  if (known === undefined)
    throw new Error('not allowed: a request to Graph that is not on the list');
  return known[1].includes('{address}') ? `GET ${known[1]}` : `GET ${decoded}`;
}
