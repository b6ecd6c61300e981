import { tokens } from '@fluentui/react-components';

/** Of an entry of a list along time: a line at its side, with a mark. */
export const timelineEntry = {
  position: 'relative',
  '::before': {
    content: '""',
    position: 'absolute',
    insetInlineStart: '7px',
    top: 0,
    bottom: 0,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  '::after': {
    content: '""',
    position: 'absolute',
    insetInlineStart: '3px',
    top: '12px',
    width: '10px',
    height: '10px',
    borderRadius: tokens.borderRadiusCircular,
    border: `2px solid ${tokens.colorNeutralStrokeAccessible}`,
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
  },
} as const;
