import { success } from '../../../shared/errors.ts';
import type { PracticeLabView } from '../../../shared/contract/demo.ts';
import type { Handlers } from '../router.ts';
import { startPracticeLab } from './practiceLab.ts';
import type { PracticeLab } from './practiceLab.ts';

/** The one practice lab of the app: started when it is first needed, ended with the app. */
export interface LabKeeper {
  /** Starts it unless it runs. */
  open(): Promise<PracticeLab>;
  readonly handlers: Pick<Handlers, 'demo.state' | 'demo.start' | 'demo.stop'>;
  close(): Promise<void>;
}

function viewOf({ resolver, smtpPort, domains }: PracticeLab): PracticeLabView {
  return { resolver, smtpPort, domains: domains.map((domain) => ({ ...domain })) };
}

export function createLabKeeper(clock: () => Date): LabKeeper {
  let starting: Promise<PracticeLab> | null = null;

  async function open(): Promise<PracticeLab> {
    starting ??= startPracticeLab(clock());
    try {
      return await starting;
    } catch (error) {
      starting = null;
      throw error;
    }
  }

  async function close(): Promise<void> {
    const running = starting;
    starting = null;
    const lab = await running?.catch(() => null);
    await lab?.close();
  }

  return {
    open,
    close,
    handlers: {
      async 'demo.state'() {
        const lab = await starting?.catch(() => null);
        return success({ lab: lab === null || lab === undefined ? null : viewOf(lab) });
      },
      'demo.start': async () => success({ lab: viewOf(await open()) }),
      async 'demo.stop'() {
        await close();
        return success({ lab: null });
      },
    },
  };
}
