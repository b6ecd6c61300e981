/* oxlint-disable jsx-a11y/prefer-tag-over-role -- SVG has no buttons */
/* oxlint-disable react/no-array-index-key -- made anew as a whole, never sorted or added to */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { iconPaths, textStyles } from './shapes.ts';
import type { Drawing, DrawnGroup } from './layout.ts';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Shape } from './shapes.ts';

const forced = '@media (forced-colors: active)';

const useStyles = makeStyles({
  drawing: { display: 'block', maxWidth: '100%', fontFamily: tokens.fontFamilyBase },
  // Over the whole card, so that its text is drawn and not part of a name.
  choice: {
    fill: 'transparent',
    stroke: 'none',
    cursor: 'pointer',
    outlineStyle: 'none',
    ':focus-visible': {
      stroke: tokens.colorStrokeFocus2,
      strokeWidth: '3px',
      [forced]: { stroke: 'Highlight' },
    },
  },
  chosen: {
    stroke: tokens.colorCompoundBrandStroke,
    strokeWidth: '2px',
    [forced]: { stroke: 'Highlight' },
  },
  card: {
    fill: tokens.colorNeutralBackground2,
    stroke: tokens.colorNeutralStroke1,
    [forced]: { fill: 'Canvas', stroke: 'CanvasText' },
  },
  box: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralStroke1,
    [forced]: { fill: 'Canvas', stroke: 'CanvasText' },
  },
  outline: {
    fill: tokens.colorNeutralBackground1,
    strokeWidth: '1.5px',
    [forced]: { fill: 'Canvas' },
  },
  lines: {
    fill: 'none',
    strokeWidth: '1.6px',
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  },
  good: {
    stroke: tokens.colorStatusSuccessForeground1,
    color: tokens.colorStatusSuccessForeground1,
    [forced]: { stroke: 'CanvasText', color: 'CanvasText' },
  },
  warning: {
    stroke: tokens.colorStatusWarningForeground3,
    color: tokens.colorStatusWarningForeground3,
    [forced]: { stroke: 'CanvasText', color: 'CanvasText' },
  },
  bad: {
    stroke: tokens.colorStatusDangerForeground1,
    color: tokens.colorStatusDangerForeground1,
    [forced]: { stroke: 'CanvasText', color: 'CanvasText' },
  },
  unknown: {
    stroke: tokens.colorNeutralForeground2,
    color: tokens.colorNeutralForeground2,
    [forced]: { stroke: 'CanvasText', color: 'CanvasText' },
  },
  muted: {
    stroke: tokens.colorNeutralForeground2,
    color: tokens.colorNeutralForeground2,
    [forced]: { stroke: 'CanvasText', color: 'CanvasText' },
  },
  filled: { fill: 'currentColor', strokeWidth: '1px' },
  dashed: { strokeDasharray: '3 5' },
  head: { fill: 'currentColor' },
  text: {
    fill: tokens.colorNeutralForeground1,
    stroke: 'none',
    [forced]: { fill: 'CanvasText' },
  },
  mutedText: { fill: tokens.colorNeutralForeground2 },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

/** The drawing of a chain. Cards can be reached and chosen by keyboard, as buttons can. */
export function ChainPicture({
  drawing,
  title,
  chosen,
  onChoose,
}: {
  readonly drawing: Drawing;
  readonly title: string;
  readonly chosen: string | null;
  readonly onChoose: (subject: string) => void;
}): ReactNode {
  const { width, height, groups } = drawing;
  return (
    <svg
      role="group"
      aria-label={title}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={useStyles().drawing}
    >
      {groups.map((group) => (
        <Group
          key={`${group.y}`}
          group={group}
          chosen={group.subject !== null && group.subject === chosen}
          onChoose={onChoose}
        />
      ))}
    </svg>
  );
}

function Group({
  group: { subject, label, outline, shapes },
  chosen,
  onChoose,
}: {
  readonly group: DrawnGroup;
  readonly chosen: boolean;
  readonly onChoose: (subject: string) => void;
}): ReactNode {
  const styles = useStyles();
  // The list says it to those who don't see the picture; a card is a way to more of what it shows.
  const drawn = (
    <g aria-hidden>
      {shapes.map((shape, index) => (
        <Drawn key={String(index)} shape={shape} />
      ))}
    </g>
  );
  if (subject === null) return drawn;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onChoose(subject);
  };
  return (
    <>
      {drawn}
      <rect
        {...outline}
        rx={6}
        role="button"
        tabIndex={0}
        aria-label={label}
        aria-pressed={chosen}
        className={mergeClasses(styles.choice, chosen && styles.chosen)}
        onClick={() => onChoose(subject)}
        onKeyDown={onKeyDown}
      />
    </>
  );
}

function Drawn({ shape }: { readonly shape: Shape }): ReactNode {
  const styles = useStyles();
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, look, filled } = shape;
      const isNeutral = look === 'card' || look === 'box';
      return (
        <rect
          x={x}
          y={y}
          width={width}
          height={height}
          rx={filled ? 2 : 6}
          className={mergeClasses(
            !isNeutral && styles.outline,
            styles[look],
            filled && styles.filled,
          )}
        />
      );
    }
    case 'arrow': {
      const { x, from, to, state } = shape;
      return (
        <g className={styles[state]}>
          <path
            d={`M${x} ${from}V${to - 8}`}
            className={mergeClasses(styles.lines, state !== 'good' && styles.dashed)}
          />
          <path d={`M${x} ${to}l-5 -9h10z`} className={styles.head} />
        </g>
      );
    }
    case 'icon': {
      const { x, y, size, icon, state } = shape;
      return (
        <path
          d={iconPaths[icon]}
          transform={`translate(${x} ${y}) scale(${size / 20})`}
          className={mergeClasses(styles.lines, styles[state])}
        />
      );
    }
    case 'text': {
      const { x, y, text, style, anchor, muted } = shape;
      const { size, strong } = textStyles[style];
      return (
        <text
          x={x}
          y={y}
          fontSize={size}
          textAnchor={anchor}
          className={mergeClasses(styles.text, muted && styles.mutedText, strong && styles.strong)}
        >
          {text}
        </text>
      );
    }
    default:
      return shape satisfies never;
  }
}
