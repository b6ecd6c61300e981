import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { englishSpeaker } from '../../../../support/englishSpeaker.ts';
import { layoutChain, widthMin } from '../../../../../renderer/features/dnssec/picture/layout.ts';
import { securityStatuses } from '../../../../../shared/dnssec/validation.ts';
import { svgFile } from '../../../../../renderer/features/dnssec/picture/svgFile.ts';
import { textStyles } from '../../../../../renderer/features/dnssec/picture/shapes.ts';
import { textWidth } from '../../../../../renderer/features/dnssec/picture/measure.ts';
import type { Arrow, Box, Story } from '../../../../../renderer/features/dnssec/picture/story.ts';

const speaker = englishSpeaker();

const state = fc.constantFrom('good', 'warning', 'bad', 'unknown');
/** Whatever a zone's operator could think of. */
const name = fc.oneof(
  fc.domain(),
  fc.string({ minLength: 1, maxLength: 255 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 255 }),
  fc.constantFrom('.', '<script>alert(1)</script>', ']]>&amp;"\'', '\u0000\u001B\uD800'),
);
const phrase = name.map(
  (zone) => ({ id: 'dnssec.reason.delegation-unsigned', values: { zone } }) as const,
);

const box: fc.Arbitrary<Box> = fc.record({
  kind: fc.constant('box' as const),
  what: fc.constantFrom('anchor', 'key', 'ds', 'no-ds', 'answer', 'reference', 'stop'),
  state,
  title: phrase,
  notes: fc.array(phrase, { maxLength: 8 }),
  endsFirst: fc.boolean(),
});
const arrow: fc.Arbitrary<Arrow> = fc.record({
  kind: fc.constant('arrow' as const),
  state,
  isBreak: fc.boolean(),
  phrase,
  note: fc.option(phrase),
  endsFirst: fc.boolean(),
});
const story: fc.Arbitrary<Story> = fc.array(
  fc.oneof(
    box,
    arrow,
    fc.record({
      kind: fc.constant('zone' as const),
      zone: name,
      status: fc.constantFrom(...securityStatuses),
      items: fc.array(fc.oneof(box, arrow), { maxLength: 6 }),
      asides: fc.array(fc.record({ state: fc.option(state), phrase }), { maxLength: 3 }),
    }),
  ),
  { maxLength: 12 },
);
const width = fc.integer({ min: 0, max: 900 });

test('everything lies inside the drawing, one part below the other', () => {
  fc.assert(
    fc.property(story, width, (told, given) => {
      const drawing = layoutChain(told, speaker, given);
      expect(drawing.width).toBe(Math.max(widthMin, given));
      expect(drawing.groups).toHaveLength(told.length);
      let bottom = 0;
      for (const { y, height, shapes } of drawing.groups) {
        expect(y).toBeGreaterThanOrEqual(bottom);
        bottom = y + height;
        for (const shape of shapes) {
          if (shape.kind === 'arrow') {
            expect(shape.from).toBeLessThan(shape.to);
            continue;
          }
          expect(shape.x).toBeGreaterThanOrEqual(0);
          expect(shape.y).toBeGreaterThanOrEqual(y);
          expect(shape.y).toBeLessThanOrEqual(bottom);
          if (shape.kind === 'rect') {
            expect(shape.x + shape.width).toBeLessThanOrEqual(drawing.width);
          }
          if (shape.kind === 'text') {
            const { size, strong } = textStyles[shape.style];
            const reach = textWidth(shape.text, size, strong);
            const end = shape.anchor === 'end' ? shape.x : shape.x + reach;
            expect(end).toBeLessThanOrEqual(drawing.width);
          }
        }
      }
      expect(bottom).toBeLessThanOrEqual(drawing.height);
    }),
  );
});

test('whatever names hold, the saved file is well-formed and holds nothing but drawing', () => {
  const drawn = new Set(['svg', 'title', 'desc', 'style', 'g', 'rect', 'path', 'text']);
  fc.assert(
    fc.property(story, name, (told, title) => {
      const file = svgFile(layoutChain(told, speaker, 640), [title, `${title} again`]);
      const document = new DOMParser().parseFromString(file, 'image/svg+xml');
      const elements = [...document.querySelectorAll('*')];
      expect(elements.filter(({ localName }) => !drawn.has(localName))).toEqual([]);
      const attributes = elements.flatMap((element) => element.getAttributeNames());
      expect(attributes.filter((attribute) => /^on|href|^style$/.test(attribute))).toEqual([]);
    }),
  );
});

test('the saved file says its title and its verdict, and needs nothing from outside', () => {
  const lines = ['Chain of trust of example.com A: Secure', 'All is well.'];
  const file = svgFile(layoutChain([], speaker, 300), lines);
  const document = new DOMParser().parseFromString(file, 'image/svg+xml');
  expect(document.querySelector('title')?.textContent).toBe(lines[0]);
  expect(document.querySelector('desc')?.textContent).toBe(lines[1]);
  expect(file.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|@import/);
});
