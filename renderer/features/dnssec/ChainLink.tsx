import { TextLink } from '../../ui/TextLink.tsx';
import type { CheckPlace } from '../../../shared/dane/run.ts';
import type { ReactNode } from 'react';

/** A link to the chain of trust of a name and a type, which is then checked at once. */
export function ChainLink({
  name,
  type,
  place = 'internet',
  children,
}: {
  /** In presentation form, with or without the final dot. */
  readonly name: string;
  readonly type: string;
  readonly place?: CheckPlace;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <TextLink
      to="/dnssec/$name/$type"
      params={{ name, type }}
      search={place === 'lab' ? { place } : {}}
      state={{ check: true }}
    >
      {children}
    </TextLink>
  );
}
