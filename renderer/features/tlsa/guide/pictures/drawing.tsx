import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { ReactNode } from 'react';

const forced = '@media (forced-colors: active)';

const useStyles = makeStyles({
  drawing: {
    display: 'block',
    width: '100%',
    height: 'auto',
    marginBottom: tokens.spacingVerticalS,
    fontFamily: tokens.fontFamilyBase,
    fontSize: '13px',
  },
  box: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: '1.5px',
    [forced]: { fill: 'Canvas', stroke: 'CanvasText' },
  },
  chosen: {
    fill: tokens.colorBrandBackground2,
    stroke: tokens.colorBrandForeground1,
    strokeWidth: '2.5px',
    [forced]: { fill: 'Canvas', stroke: 'Highlight' },
  },
  line: {
    fill: 'none',
    stroke: tokens.colorNeutralForeground2,
    strokeWidth: '1.5px',
    [forced]: { stroke: 'CanvasText' },
  },
  dashed: { strokeDasharray: '4 4' },
  head: {
    fill: tokens.colorNeutralForeground2,
    stroke: 'none',
    [forced]: { fill: 'CanvasText' },
  },
  text: { fill: tokens.colorNeutralForeground1, [forced]: { fill: 'CanvasText' } },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

/** The frame of a picture; `title` says what it shows to those who don't see it. */
export function Drawing({
  title,
  width,
  height,
  children,
}: {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <svg
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it takes its colours from the page
      role="img"
      aria-labelledby={id}
      viewBox={`0 0 ${width} ${height}`}
      className={useStyles().drawing}
      // Never so large that its letters outgrow those of the text.
      style={{ maxWidth: width * 1.15 }}
    >
      <title id={id}>{title}</title>
      {children}
    </svg>
  );
}

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box with words in its middle. `chosen` is drawn thicker as well as in another colour. */
export function Box({
  x,
  y,
  width,
  height,
  chosen = false,
  children,
}: Place & Size & { readonly chosen?: boolean; readonly children?: string }): ReactNode {
  const styles = useStyles();
  return (
    <>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={5}
        className={chosen ? styles.chosen : styles.box}
      />
      {children !== undefined && (
        <Label x={x + width / 2} y={y + height / 2} strong={chosen}>
          {children}
        </Label>
      )}
    </>
  );
}

/** Words, with their middle at a place. */
export function Label({
  x,
  y,
  anchor = 'middle',
  strong = false,
  children,
}: Place & {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly strong?: boolean;
  readonly children: string;
}): ReactNode {
  const styles = useStyles();
  return (
    <text
      x={x}
      y={y}
      textAnchor={anchor}
      dominantBaseline="central"
      className={mergeClasses(styles.text, strong && styles.strong)}
    >
      {children}
    </text>
  );
}

/** A straight line; with `arrow`, it points at its end. */
export function Line({
  from,
  to,
  arrow = false,
  dashed = false,
}: {
  readonly from: Place;
  readonly to: Place;
  readonly arrow?: boolean;
  readonly dashed?: boolean;
}): ReactNode {
  const styles = useStyles();
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  return (
    <>
      <line
        x1={from.x}
        y1={from.y}
        x2={to.x}
        y2={to.y}
        className={mergeClasses(styles.line, dashed && styles.dashed)}
      />
      {arrow && (
        <path
          d="M0 0 -9 -4.5 -9 4.5Z"
          transform={`translate(${to.x} ${to.y}) rotate(${angle})`}
          className={styles.head}
        />
      )}
    </>
  );
}
