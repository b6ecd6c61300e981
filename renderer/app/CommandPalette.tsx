/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role,
   jsx-a11y/click-events-have-key-events -- a combobox of ARIA 1.2: HTML has no element for one that
   filters, and its options get the keys of its input */
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { useActions } from './actions.ts';
import { useWords } from '../ui/words.tsx';
import type { Action } from './actions.ts';
import type { KeyboardEvent, ReactNode } from 'react';

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalS },
  list: {
    margin: 0,
    padding: 0,
    maxHeight: '50vh',
    overflowY: 'auto',
    listStyleType: 'none',
  },
  option: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    minHeight: '32px',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
  group: { fontSize: tokens.fontSizeBase200 },
});

/** Ctrl+K: every page and action by its name. Follows the combobox pattern of ARIA 1.2. */
export default function CommandPalette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const listId = useId();
  const actions = useActions();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const found = matching(actions, query, (action) => `${action.title} ${t(action.group)}`);
  const current = found[Math.min(active, found.length - 1)];

  const run = (action: Action) => {
    onClose();
    action.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setActive(
        (index) => (Math.min(index, found.length - 1) + step + found.length) % found.length,
      );
    }
    if (event.key === 'Enter' && current !== undefined) {
      // The focus goes back to what opened this: the same key must not press that again.
      event.preventDefault();
      run(current);
    }
  };

  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('app.palette.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            <Input
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog takes the focus
              autoFocus
              role="combobox"
              aria-label={t('app.palette.search')}
              aria-expanded
              aria-controls={listId}
              aria-activedescendant={current === undefined ? undefined : `${listId}-${current.id}`}
              placeholder={t('app.palette.search')}
              value={query}
              onChange={(_, { value }) => {
                setQuery(value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
            />
            <ul
              id={listId}
              role="listbox"
              aria-label={t('app.palette.title')}
              className={styles.list}
            >
              {found.map((action) => (
                <Option
                  key={action.id}
                  id={`${listId}-${action.id}`}
                  action={action}
                  active={action === current}
                  onRun={() => run(action)}
                />
              ))}
            </ul>
            <output>{found.length === 0 && t('app.palette.nothing')}</output>
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Option({
  id,
  action,
  active,
  onRun,
}: {
  readonly id: string;
  readonly action: Action;
  readonly active: boolean;
  readonly onRun: () => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <li
      ref={element}
      id={id}
      role="option"
      aria-selected={active}
      className={mergeClasses(styles.option, active && styles.active)}
      onClick={onRun}
    >
      {action.title} <span className={styles.group}>{t(action.group)}</span>
    </li>
  );
}

/** Actions whose name holds every word of the query, in any order. */
function matching(
  actions: readonly Action[],
  query: string,
  nameOf: (action: Action) => string,
): readonly Action[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return actions.filter((action) => {
    const name = nameOf(action).toLowerCase();
    return words.every((word) => name.includes(word));
  });
}
