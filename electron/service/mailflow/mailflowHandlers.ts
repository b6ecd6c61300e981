import { success } from '../../../shared/errors.ts';
import { explain } from '../../../shared/mailflow/explain.ts';
import type { Handlers } from '../router.ts';
import { pastedText } from './pastedText.ts';

/** The channel `mailflow.explain`. */
export function createMailflowHandlers(clock: () => Date): Pick<Handlers, 'mailflow.explain'> {
  return {
    async 'mailflow.explain'(input) {
      const text =
        input.kind === 'text'
          ? success(input.text)
          : await pastedText(Buffer.from(input.content, 'base64'));
      return text.ok ? success([...explain(text.value, clock())]) : text;
    },
  };
}
