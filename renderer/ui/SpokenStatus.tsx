import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    padding: 0,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** A live region that is read aloud and not seen. */
export function SpokenStatus({ children }: { readonly children: ReactNode }): ReactNode {
  return <output className={useStyles().root}>{children}</output>;
}
