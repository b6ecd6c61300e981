/** The drawing as a file that stands alone: with its own styles, for light paper. */
import { iconPaths, textStyles } from './shapes.ts';
import { wrapText } from './measure.ts';
import type { Drawing } from './layout.ts';
import type { Shape } from './shapes.ts';

const margin = 24;
const headLine = 20;

const style = [
  'text{font-family:"Segoe UI",system-ui,-apple-system,Roboto,"Helvetica Neue",sans-serif;fill:#242424}',
  '.m{fill:#424242}.b{font-weight:600}',
  '.card{fill:#fafafa;stroke:#d1d1d1}.box{fill:#fff;stroke:#616161}',
  '.good{stroke:#0e700e;color:#0e700e}.warning{stroke:#835b00;color:#835b00}',
  '.bad{stroke:#b10e1c;color:#b10e1c}.unknown,.muted{stroke:#424242;color:#424242}',
  '.o{fill:#fff;stroke-width:1.5px}.f{fill:currentColor}',
  '.l{fill:none;stroke-width:1.6px;stroke-linecap:round;stroke-linejoin:round}.d{stroke-dasharray:3 5}',
].join('');

/** Text and attribute values; what XML 1.0 can't hold at all is left out. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function shapeXml(shape: Shape): string {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, look, filled } = shape;
      const isNeutral = look === 'card' || look === 'box';
      const classes = isNeutral ? look : filled ? `${look} f` : `o ${look}`;
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${filled ? 2 : 6}" class="${classes}"/>`;
    }
    case 'arrow': {
      const { x, from, to, state } = shape;
      const line = `<path d="M${x} ${from}V${to - 8}" class="l${state === 'good' ? '' : ' d'}"/>`;
      return `<g class="${state}">${line}<path d="M${x} ${to}l-5 -9h10z" class="f"/></g>`;
    }
    case 'icon': {
      const { x, y, size, icon, state } = shape;
      const place = `translate(${x} ${y}) scale(${size / 20})`;
      return `<path d="${iconPaths[icon]}" transform="${place}" class="l ${state}"/>`;
    }
    case 'text': {
      const { x, y, text, style: name, anchor, muted } = shape;
      const { size, strong } = textStyles[name];
      const classes = [...(muted ? ['m'] : []), ...(strong ? ['b'] : [])].join(' ');
      const attributes = [
        `x="${x}" y="${y}" font-size="${size}"`,
        ...(anchor === 'end' ? ['text-anchor="end"'] : []),
        ...(classes === '' ? [] : [`class="${classes}"`]),
      ];
      return `<text ${attributes.join(' ')}>${escapeXml(text)}</text>`;
    }
    default:
      return shape satisfies never;
  }
}

/** `lines`: what stands above the picture, the first of them as its title. */
export function svgFile({ width, height, groups }: Drawing, lines: readonly string[]): string {
  const wrapped = lines.flatMap((line, index) =>
    wrapText(line, width, 14, index === 0).map((text) => ({ text, isTitle: index === 0 })),
  );
  const head = wrapped.map(
    ({ text, isTitle }, index) =>
      `<text x="0" y="${index * headLine + 14}" font-size="14"${isTitle ? ' class="b"' : ''}>${escapeXml(text)}</text>`,
  );
  const headHeight = wrapped.length * headLine + 12;
  const [total, across] = [height + headHeight + 2 * margin, width + 2 * margin];
  const [title = '', ...description] = lines.map(escapeXml);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${total}" viewBox="0 0 ${across} ${total}" role="img">`,
    `<title>${title}</title>`,
    `<desc>${description.join(' ')}</desc>`,
    `<style>${style}</style>`,
    `<rect width="${across}" height="${total}" fill="#fff"/>`,
    `<g transform="translate(${margin} ${margin})">`,
    ...head,
    `<g transform="translate(0 ${headHeight})">`,
    ...groups.flatMap((group) => group.shapes.map(shapeXml)),
    '</g></g></svg>',
    '',
  ].join('\n');
}
