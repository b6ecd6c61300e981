/**
 * Reads root-anchors.xml (RFC 9718 §2), and nothing else that is XML: no DOCTYPE, no entities, no
 * namespaces, no elements but those of the schema.
 */
import { failure, success } from '../../../../shared/errors.ts';
import { parseName } from '../../dns/name.ts';
import { hasRightLength } from './anchorLines.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { AnchorKey, TrustAnchor } from './trustAnchors.ts';

interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** What the sentence of `trust-anchor-malformed` tells apart. */
type XmlProblem = 'xml' | 'xmlElement' | 'xmlZone' | 'xmlKey' | 'xmlDate';

/** The schema is three levels deep. */
const depthMax = 3;

/** Comment, declaration, start or end tag, or text. Anything else, `&` among it, ends the reading. */
const token =
  /<!--(?:(?!--)[^])*-->|<\?xml\s[^?<>]*\?>|<(\/?)([A-Za-z]+)((?:\s+[A-Za-z]+\s*=\s*"[^"<&]*")*)\s*(\/?)>|([^<&]+)/y;

function malformed(problem: XmlProblem) {
  return failure('trust-anchor-malformed', { line: 0, problem, zone: '' });
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const pairs = text.matchAll(/([A-Za-z]+)\s*=\s*"([^"]*)"/g);
  return new Map([...pairs].map(([, name = '', value = '']) => [name, value]));
}

/** The one root element; `null` where the text is not well-formed or too deep. */
function readXml(text: string): XmlElement | null {
  const top: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open: XmlElement[] = [top];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    const parent = open.at(-1);
    if (match === null || parent === undefined) return null;
    const [, end, name, attributes = '', selfClosing, content] = match;
    if (content !== undefined) parent.text += content;
    if (name === undefined) continue;
    if (end === '/') {
      if (open.pop()?.name !== name || attributes !== '' || selfClosing === '/') return null;
      continue;
    }
    const element = { name, attributes: readAttributes(attributes), children: [], text: '' };
    parent.children.push(element);
    if (selfClosing !== '/') open.push(element);
    if (open.length > depthMax + 1) return null;
  }
  const [root, another] = top.children;
  const isWhole = open.length === 1 && another === undefined && top.text.trim() === '';
  return isWhole && root !== undefined ? root : null;
}

/** `undefined`: no such attribute; `null`: no date. */
function readDate(element: XmlElement, attribute: string): Date | null | undefined {
  const text = element.attributes.get(attribute);
  if (text === undefined) return undefined;
  const isDateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text);
  const date = new Date(text);
  return isDateTime && !Number.isNaN(date.getTime()) ? date : null;
}

function parseDecimal(text: string | undefined, max: number): number | null {
  return text !== undefined && /^\d{1,5}$/.test(text) && Number(text) <= max ? Number(text) : null;
}

const keyElements = new Set(['KeyTag', 'Algorithm', 'DigestType', 'Digest', 'PublicKey', 'Flags']);

function readKey(element: XmlElement): AnchorKey | XmlProblem {
  if (element.children.some((child) => !keyElements.has(child.name))) return 'xmlElement';
  const validFrom = readDate(element, 'validFrom');
  const validUntil = readDate(element, 'validUntil');
  if (validFrom === undefined || validFrom === null || validUntil === null) return 'xmlDate';
  const field = (name: string) => {
    const [only, another] = element.children.filter((child) => child.name === name);
    return another === undefined ? only?.text.trim() : undefined;
  };
  const hex = field('Digest')?.replaceAll(/\s+/g, '') ?? '';
  const keyTag = parseDecimal(field('KeyTag'), 0xffff);
  const algorithm = parseDecimal(field('Algorithm'), 0xff);
  const digestType = parseDecimal(field('DigestType'), 0xff);
  if (keyTag === null || algorithm === null || digestType === null) return 'xmlKey';
  if (!/^(?:[\da-f]{2}){1,64}$/i.test(hex)) return 'xmlKey';
  const ds = { keyTag, algorithm, digestType, digest: Buffer.from(hex, 'hex') };
  return hasRightLength(ds) ? { ...ds, validFrom, validUntil: validUntil ?? null } : 'xmlKey';
}

/** Errors: `trust-anchor-malformed` with `problem`. */
export function readRootAnchorsXml(text: string): Result<TrustAnchor> {
  const root = readXml(text);
  if (root === null) return malformed('xml');
  const [zone, ...keyDigests] = root.children;
  const isExpected =
    root.name === 'TrustAnchor' &&
    zone?.name === 'Zone' &&
    keyDigests.every((child) => child.name === 'KeyDigest');
  if (!isExpected) return malformed('xmlElement');
  const name = parseName(zone.text.trim());
  if (!name.ok) return malformed('xmlZone');
  const keys: AnchorKey[] = [];
  for (const child of keyDigests) {
    const key = readKey(child);
    if (typeof key === 'string') return malformed(key);
    keys.push(key);
  }
  return success({ zone: name.value, keys });
}
