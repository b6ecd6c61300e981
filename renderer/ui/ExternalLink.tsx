import { Link } from '@fluentui/react-components';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import type { ReactNode } from 'react';

/**
 * A link out of the app. Its host stands in `shared/externalHosts.ts` and is shown, so that one knows
 * where it leads; the shell opens it in the system's browser.
 */
export function ExternalLink({
  href,
  children,
}: {
  readonly href: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <>
      <Link href={href} target="_blank" rel="noreferrer" inline>
        {children} <OpenRegular />
      </Link>{' '}
      <span translate="no">({new URL(href).host})</span>
    </>
  );
}
