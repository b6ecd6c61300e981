import type { CloudAnswer, Origins } from '../types.ts';
import type { Directory } from './directory.ts';

/** The tenant's OpenID configuration. Its endpoints keep the path's own name of the tenant. */
export function discovery(
  segment: string,
  directory: Directory,
  { authority }: Origins,
): CloudAnswer {
  const base = `${authority}/${segment}`;
  return {
    status: 200,
    body: {
      issuer: `${authority}/${directory.tenant(segment)?.id ?? '{tenantid}'}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      response_modes_supported: ['query', 'fragment', 'form_post'],
      response_types_supported: ['code'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['none'],
      tenant_region_scope: 'EU',
      cloud_instance_name: 'microsoftonline.com',
    },
  };
}
