import type { Box, StoryState } from './story.ts';

/** What a drawing is made of; the page and the saved file draw it each in their way. */
export type Shape =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly look: 'card' | 'box' | StoryState;
      /** Filled with the state's colour, where it is one. */
      readonly filled: boolean;
    }
  | {
      readonly kind: 'arrow';
      readonly x: number;
      readonly from: number;
      readonly to: number;
      readonly state: StoryState;
    }
  | {
      readonly kind: 'icon';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly icon: IconName;
      readonly state: StoryState | 'muted';
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Of the baseline. */
      readonly y: number;
      readonly text: string;
      readonly style: TextStyle;
      readonly anchor: 'start' | 'end';
      readonly muted: boolean;
    };

export const textStyles = {
  title: { size: 15, line: 22, strong: true },
  strong: { size: 14, line: 20, strong: true },
  normal: { size: 14, line: 20, strong: false },
  small: { size: 12, line: 17, strong: false },
} as const;
export type TextStyle = keyof typeof textStyles;

export type IconName = StoryState | Box['what'] | 'clock';

const circle = 'M10 2a8 8 0 1 0 0 16a8 8 0 0 0 0-16';
const page = 'M5 2.5h6.5L15.5 6.5v11h-10.5zM8 10.5h5M8 13.5h5';

/** Lines on a square of 20; each differs in shape, so that colour only repeats them. */
export const iconPaths: Readonly<Record<IconName, string>> = {
  good: `${circle}M6.4 10.2l2.5 2.5 4.8-5.2`,
  warning: 'M10 2.6L18.3 17.2H1.7zM10 8v4.2M10 14.4v.5',
  bad: `${circle}M7 7l6 6M13 7l-6 6`,
  unknown: `${circle}M7.7 7.9a2.3 2.3 0 1 1 3.5 2c-.8.5-1.2.9-1.2 1.8M10 14v.4`,
  clock: `${circle}M10 5.4V10l3.2 2`,
  anchor:
    'M10 6.6a2.1 2.1 0 1 0 0-4.2a2.1 2.1 0 0 0 0 4.2V17.4M3.6 11a6.4 6.4 0 0 0 12.8 0M7 9.4h6',
  key: 'M6.2 13.4a3.4 3.4 0 1 0 0-6.8a3.4 3.4 0 0 0 0 6.8M9.6 10h8.6M14.6 10v3M18 10v3.4',
  ds: page,
  'no-ds': page,
  answer: 'M4.5 17.6V2.8M4.5 3.6h11l-2.4 3.6 2.4 3.6h-11',
  reference: 'M10 17V4M5.2 8.8L10 4l4.8 4.8',
  stop: 'M6.8 2.4h6.4l4.4 4.4v6.4l-4.4 4.4H6.8l-4.4-4.4V6.8zM6.6 10h6.8',
};
