/**
 * Places for a story: one thing below the other along a line, zones as cards around their keys. All
 * measures are pixels of the page; nothing is ever scaled, so letters are as large as the page's.
 */
import { shortenMiddle, textWidth, wrapText } from './measure.ts';
import { zoneName } from './speak.ts';
import { stateOfStatus } from './story.ts';
import { textStyles } from './shapes.ts';
import type { Arrow, Box, Story, StoryState, ZoneCard } from './story.ts';
import type { Shape, TextStyle } from './shapes.ts';
import type { Speaker } from './speak.ts';

export interface DrawnGroup {
  /** Of what there is more to be told (`subjectOf`); `null`: of the others. */
  readonly subject: string | null;
  /** What it is, in words. */
  readonly label: string;
  readonly y: number;
  readonly height: number;
  /** Of its card or box. */
  readonly outline: Outline;
  readonly shapes: readonly Shape[];
}

interface Outline {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly DrawnGroup[];
}

interface Frame {
  readonly speaker: Speaker;
  /** Of the whole. */
  readonly width: number;
}

interface Placed {
  readonly shapes: readonly Shape[];
  readonly height: number;
}

/** A drawing narrower than this would break every word. */
export const widthMin = 260;
const boxWidthMax = 460;
const padding = 14;
/** Where the line runs on which everything stands. */
const lineX = padding + 22;
const textX = lineX + 18;
const iconSize = 18;

interface Line {
  readonly text: string;
  readonly style: TextStyle;
  readonly muted?: boolean;
}

/** Lines of text from `y` down; wrapped to `width`. */
function placeText(x: number, y: number, width: number, lines: readonly Line[]): Placed {
  const shapes: Shape[] = [];
  let top = y;
  for (const { text, style, muted = false } of lines) {
    const { size, line, strong } = textStyles[style];
    for (const piece of wrapText(text, width, size, strong)) {
      const baseline = top + Math.round((line + size) / 2) - 2;
      shapes.push({ kind: 'text', x, y: baseline, text: piece, style, anchor: 'start', muted });
      top += line;
    }
  }
  return { shapes, height: top - y };
}

function placeIcon(
  x: number,
  y: number,
  icon: Extract<Shape, { kind: 'icon' }>['icon'],
  state: StoryState | 'muted',
  size = iconSize,
): Shape {
  return { kind: 'icon', x, y, size, icon, state };
}

/** The last of several says which signature ends first. */
function notesOf({ notes, endsFirst }: Box, { t, speak }: Speaker): string[] {
  const spoken = notes.map(speak);
  return endsFirst === true
    ? [...spoken.slice(0, -1), `${spoken.at(-1) ?? ''} · ${t('dnssecPage.endsFirst')}`]
    : spoken;
}

function boxWidthOf({ width }: Frame): number {
  return Math.min(width - 2 * padding, boxWidthMax);
}

function placeBox(box: Box, y: number, frame: Frame): Placed {
  const { speaker } = frame;
  const boxWidth = boxWidthOf(frame);
  const isGood = box.state === 'good';
  const lines: Line[] = [
    { text: speaker.speak(box.title), style: 'strong' },
    ...notesOf(box, speaker).map((text) => ({ text, style: 'small' as const, muted: true })),
  ];
  const left = padding + 12 + iconSize + 10;
  const text = placeText(left, y + 10, boxWidth - (left - padding) - 12, lines);
  const height = text.height + 20;
  return {
    height,
    shapes: [
      {
        kind: 'rect',
        x: padding,
        y,
        width: boxWidth,
        height,
        look: isGood ? 'box' : box.state,
        filled: false,
      },
      placeIcon(padding + 12, y + 11, isGood ? box.what : box.state, isGood ? 'muted' : box.state),
      ...text.shapes,
    ],
  };
}

function arrowLines({ isBreak, phrase, note, endsFirst }: Arrow, { t, speak }: Speaker): Line[] {
  const notes = [
    ...(note === null ? [] : [speak(note)]),
    ...(endsFirst ? [t('dnssecPage.endsFirst')] : []),
  ];
  return [
    ...(isBreak ? [{ text: t('dnssecPage.broken'), style: 'strong' as const }] : []),
    { text: speak(phrase), style: 'normal' },
    ...(notes.length === 0
      ? []
      : [{ text: notes.join(' · '), style: 'small' as const, muted: true }]),
  ];
}

function placeArrow(arrow: Arrow, y: number, { speaker, width }: Frame): Placed {
  const { state, endsFirst } = arrow;
  const icon = state === 'good' ? (endsFirst ? 'clock' : null) : state;
  const left = icon === null ? textX : textX + iconSize + 8;
  const text = placeText(left, y + 10, width - left - padding, arrowLines(arrow, speaker));
  const height = Math.max(text.height + 20, 40);
  return {
    height,
    shapes: [
      { kind: 'arrow', x: lineX, from: y + 2, to: y + height - 2, state },
      ...(icon === null
        ? []
        : [placeIcon(textX, y + 11, icon, state === 'good' ? 'muted' : state)]),
      ...text.shapes,
    ],
  };
}

function placeHeader(
  { zone, status }: ZoneCard,
  y: number,
  { speaker: { t }, width }: Frame,
): Placed {
  const state = stateOfStatus[status];
  const word = t(`dnssec.status.${status}`);
  const { size, line } = textStyles.title;
  const wordWidth = textWidth(word, textStyles.normal.size, false);
  const nameX = padding + iconSize + 12;
  const nameWidth = width - nameX - wordWidth - padding - 12;
  const baseline = y + 14 + Math.round((line + size) / 2) - 2;
  const text = (shape: Pick<Extract<Shape, { kind: 'text' }>, 'x' | 'text' | 'style' | 'anchor'>) =>
    ({ kind: 'text', y: baseline, muted: false, ...shape }) as const;
  return {
    height: 14 + line + 8,
    shapes: [
      placeIcon(padding + 2, y + 16, state, state),
      text({
        x: nameX,
        text: shortenMiddle(zoneName(t, zone), nameWidth, size, true),
        style: 'title',
        anchor: 'start',
      }),
      text({ x: width - padding, text: word, style: 'normal', anchor: 'end' }),
    ],
  };
}

function placeAside(
  { state, phrase }: ZoneCard['asides'][number],
  y: number,
  { speaker: { speak }, width }: Frame,
): Placed {
  const left = state === null ? padding + 2 : padding + 2 + iconSize + 8;
  const text = placeText(left, y + 4, width - left - padding, [
    { text: speak(phrase), style: 'small', muted: state === null },
  ]);
  return {
    height: text.height + 8,
    shapes: [
      ...(state === null ? [] : [placeIcon(padding + 2, y + 4, state, state)]),
      ...text.shapes,
    ],
  };
}

/** Things one below the other. */
function stack(y: number, parts: readonly ((y: number) => Placed)[]): Placed {
  const shapes: Shape[] = [];
  let bottom = y;
  for (const place of parts) {
    const placed = place(bottom);
    shapes.push(...placed.shapes);
    bottom += placed.height;
  }
  return { shapes, height: bottom - y };
}

function placeItem(item: Box | Arrow, y: number, frame: Frame): Placed {
  return item.kind === 'box' ? placeBox(item, y, frame) : placeArrow(item, y, frame);
}

function gap(height: number): () => Placed {
  return () => ({ shapes: [], height });
}

function placeCard(card: ZoneCard, y: number, frame: Frame): Placed {
  const state = stateOfStatus[card.status];
  const inside = stack(y, [
    (top) => placeHeader(card, top, frame),
    ...card.items.flatMap((item, index) => {
      const before = card.items[index - 1];
      const areBoxes = before?.kind === 'box' && item.kind === 'box';
      const place = (top: number) => placeItem(item, top, frame);
      return areBoxes ? [gap(6), place] : [place];
    }),
    ...card.asides.map((aside) => (top: number) => placeAside(aside, top, frame)),
    gap(card.items.length > 0 && card.asides.length === 0 ? padding : 8),
  ]);
  const { height } = inside;
  const { width } = frame;
  return {
    height,
    shapes: [
      { kind: 'rect', x: 0.5, y, width: width - 1, height, look: 'card', filled: false },
      // The state's colour, beside its icon and its word.
      { kind: 'rect', x: 0.5, y, width: 5, height, look: state, filled: true },
      ...inside.shapes,
    ],
  };
}

/** What a part of the story is known by, where there is more to be told of it. */
function subjectOf(part: Story[number]): string | null {
  if (part.kind === 'zone') return zoneSubject(part.zone);
  return part.kind === 'box' && part.link !== undefined ? linkSubject(part.link) : null;
}

export function zoneSubject(zone: string): string {
  return `zone ${zone}`;
}

export function linkSubject(index: number): string {
  return `link ${index}`;
}

function labelOf(part: Story[number], { t, speak }: Speaker): string {
  if (part.kind !== 'zone') return part.kind === 'box' ? speak(part.title) : '';
  const status = t(`dnssec.status.${part.status}`);
  return t('dnssecPage.zone.card', { zone: zoneName(t, part.zone), status });
}

export function layoutChain(story: Story, speaker: Speaker, givenWidth: number): Drawing {
  const width = Math.max(widthMin, Math.floor(givenWidth));
  const frame: Frame = { speaker, width };
  const groups: DrawnGroup[] = [];
  let y = 1;
  for (const part of story) {
    const isCard = part.kind === 'zone';
    const placed = isCard ? placeCard(part, y, frame) : placeItem(part, y, frame);
    const width = isCard ? frame.width - 1 : boxWidthOf(frame);
    const outline = { x: isCard ? 0.5 : padding, y, width, height: placed.height };
    groups.push({ subject: subjectOf(part), label: labelOf(part, speaker), y, outline, ...placed });
    y += placed.height;
  }
  return { width, height: Math.ceil(y) + 1, groups };
}
