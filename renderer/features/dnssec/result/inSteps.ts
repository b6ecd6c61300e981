import type { Arrow } from '../picture/story.ts';

export interface Step<Thing> {
  /** What leads to the thing; `null`: it is where one starts. */
  readonly arrow: Arrow | null;
  /** `null`: the arrow leads nowhere. */
  readonly thing: Thing | null;
}

/** Things, each with the arrow before it. */
export function inSteps<Part extends { readonly kind: string }>(
  parts: readonly (Part | Arrow)[],
): readonly Step<Exclude<Part, Arrow>>[] {
  const steps: Step<Exclude<Part, Arrow>>[] = [];
  let waiting: Arrow | null = null;
  for (const part of parts) {
    if (isArrow(part)) {
      if (waiting !== null) steps.push({ arrow: waiting, thing: null });
      waiting = part;
    } else {
      steps.push({ arrow: waiting, thing: part as Exclude<Part, Arrow> });
      waiting = null;
    }
  }
  return waiting === null ? steps : [...steps, { arrow: waiting, thing: null }];
}

function isArrow(part: { readonly kind: string }): part is Arrow {
  return part.kind === 'arrow';
}
