import { Link } from '@tanstack/react-router';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { navigationSections } from './pageInfo.ts';
import { usePages } from './usePages.ts';
import { useTenantInUse } from './tenants.ts';
import { useWords } from '../ui/words.tsx';
import type { ListedPage } from './usePages.ts';
import type { ReactNode } from 'react';

const wide = '@media (min-width: 800px)';

const useStyles = makeStyles({
  root: {
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [wide]: {
      minHeight: 'calc(100vh - 49px)',
      borderBottomStyle: 'none',
      borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  sections: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS}`,
    [wide]: { position: 'sticky', top: 0, maxHeight: '100vh', overflowY: 'auto' },
  },
  closed: { display: 'none', [wide]: { display: 'block' } },
  title: {
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  link: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalMNudge,
    minHeight: '36px',
    padding: `2px ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    textDecorationLine: 'none',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground3Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
    '& svg': { flexShrink: 0, fontSize: '20px' },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground3Selected,
    color: tokens.colorNeutralForeground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: 0,
      top: '8px',
      bottom: '8px',
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandForeground1,
      // Backgrounds vanish under forced colours; a border stays.
      borderLeft: '3px solid transparent',
    },
  },
});

/** The left navigation; below 800 px it opens under the top bar. */
export function Navigation({ open }: { readonly open: boolean }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const pages = usePages();
  const sections = useSections();
  return (
    <nav
      id="navigation"
      aria-label={t('app.navigation.label')}
      className={mergeClasses(styles.root, !open && styles.closed)}
    >
      <div className={styles.sections}>
        {sections.map(({ id, title }) => {
          const listed = pages.filter((page) => page.section === id);
          if (listed.length === 0) return null;
          return (
            <div key={id}>
              {title !== null && (
                <p id={`navigation-${id}`} className={styles.title}>
                  {t(title)}
                </p>
              )}
              <ul
                className={styles.list}
                aria-labelledby={title === null ? undefined : `navigation-${id}`}
              >
                {listed.map((page) => (
                  <li key={page.path}>
                    <PageLink page={page} />
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </nav>
  );
}

/** Who has a tenant comes for what has to be done in it. */
function useSections(): readonly (typeof navigationSections)[number][] {
  const tenant = useTenantInUse();
  if (tenant === null) return navigationSections;
  return navigationSections.toSorted(
    (a, b) => Number(b.id === 'readiness') - Number(a.id === 'readiness'),
  );
}

function PageLink({ page }: { readonly page: ListedPage }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const Icon = page.icon;
  return (
    <Link
      to={page.path}
      activeOptions={{ exact: true, includeSearch: false }}
      activeProps={{ className: mergeClasses(styles.link, styles.current) }}
      inactiveProps={{ className: styles.link }}
    >
      <Icon />
      {t(page.title)}
    </Link>
  );
}
