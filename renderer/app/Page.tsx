import { makeStyles, tokens } from '@fluentui/react-components';
import { useContext, useEffect, useRef } from 'react';
import { NavigatedContext } from './navigated.ts';
import { useWords } from '../ui/words.tsx';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  title: {
    width: 'fit-content',
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeHero700,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightHero700,
    ':focus': { outlineStyle: 'none' },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '4px',
      borderRadius: tokens.borderRadiusSmall,
    },
  },
  lead: {
    maxWidth: '72ch',
    margin: `0 0 ${tokens.spacingVerticalL}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase400,
  },
});

/** A page's heading, its title in the window, and where the focus goes when one comes here. */
export function Page({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const navigated = useContext(NavigatedContext);
  const heading = useRef<HTMLHeadingElement>(null);
  const appName = t('app.name');
  useEffect(() => {
    document.title = `${title} – ${appName}`;
  }, [title, appName]);
  useEffect(() => {
    if (navigated.current) heading.current?.focus();
  }, [navigated]);
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      {children}
    </>
  );
}
