import type { Phrase } from './story.ts';
import type { Words } from '../../../ui/words.tsx';

/** A phrase in the person's language. */
export function speak(t: Words, { id, values }: Phrase): string {
  const zone = values?.['zone'];
  return zone === '.' ? t(id, { ...values, zone: t('dnssec.rootZone') }) : t(id, values);
}

/** A zone's name as a heading: the root has none of its own. */
export function zoneName(t: Words, zone: string): string {
  return zone === '.' ? `. (${t('dnssec.rootZone')})` : zone;
}
