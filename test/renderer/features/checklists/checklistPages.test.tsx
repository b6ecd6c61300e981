import { act, screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { checklistMarkdown } from '../../../../renderer/features/checklists/checklistMarkdown.ts';
import { createWords } from '../../../../electron/service/words.ts';
import { expectAccessible } from '../../../support/accessibility.ts';
import { fakeReadiness, stepOf } from '../../../support/fakeReadiness.ts';
import { failure, success } from '../../../../shared/errors.ts';
import { openPage } from '../../../support/openPage.tsx';
import { snapshotOf } from '../../../support/snapshotOf.ts';
import { waitWords } from '../../../../renderer/features/checklists/stepWords.ts';
import type { Answers } from '../../../support/openPage.tsx';
import type { Result } from '../../../../shared/errors.ts';

const now = new Date();

const steps = [
  stepOf('seen', { verifiable: true, commands: ["Get-Thing 'a'"], waitSeconds: 3600 }),
  stepOf('by-hand'),
  stepOf('blocked', {
    state: 'blocked',
    verifiable: true,
    commands: ['Enable-Harm'],
    message: { code: 'no-tlsa-for-certificate', params: {} },
  }),
];

function open(path: string, answers: Answers = {}) {
  const fake = fakeReadiness({ snapshot: snapshotOf({}), at: now, steps });
  return openPage(path, { ...fake.answers, ...answers });
}

const domain = () => screen.findByRole('combobox', { name: 'Domain' });
const byHand = async () => within(await step('by-hand'));
const step = (name: string) => screen.findByRole('article', { name });

describe('the list of checklists', () => {
  test('says how far each was worked through, and goes on where one was', async () => {
    const { user } = open('/checklists');
    await user.click(await screen.findByRole('link', { name: 'contoso.example' }));
    await step('seen');
  });

  test('can be used by everyone', async () => {
    open('/checklists');
    await screen.findByRole('heading', { level: 2, name: 'Outlook clean-up' });
    await expectAccessible();
  });
});

describe('a checklist', () => {
  test('asks for which domain, and takes any', async () => {
    const { user, router } = open('/checklists/inbound-dane');
    await user.type(
      await screen.findByRole('combobox', { name: 'Domain' }),
      'Fabrikam.example.{Enter}',
    );
    await step('seen');
    expect(router.state.location.search).toEqual({ subject: 'fabrikam.example' });
    await expectAccessible();
  });

  test('looks at a step by the real check, and shows what it saw', async () => {
    const { user } = open('/checklists/inbound-dane?subject=contoso.example');
    const seen = within(await step('seen'));
    expect(seen.getByText('To do')).toBeDefined();
    await user.click(seen.getByRole('button', { name: 'Verify seen' }));
    await seen.findByText('Done');
    expect(seen.getByText('MX: contoso.example')).toBeDefined();
    expect(seen.getByText(/^Seen by the app/)).toBeDefined();
  });

  test('lets a person tick what only a person knows, with a note, and take it back', async () => {
    const { user } = open('/checklists/inbound-dane?subject=contoso.example');
    await user.type((await byHand()).getByRole('textbox', { name: 'Note' }), 'Ticket 12');
    await user.click((await byHand()).getByRole('button', { name: 'Mark as done by-hand' }));
    await (await byHand()).findByText('Ticket 12');
    const untick = (await byHand()).getByRole('button', { name: 'Mark as not done by-hand' });
    expect(document.activeElement).toBe(untick);
    await user.click(untick);
    await (await byHand()).findByText('To do');
  });

  test('shows no command of a step that would stop mail, and lets nobody tick it', async () => {
    open('/checklists/inbound-dane?subject=contoso.example');
    const blocked = within(await step('blocked'));
    expect(blocked.getByText('Not yet: it would stop mail')).toBeDefined();
    expect(blocked.getByText(/The commands are shown once it is safe/)).toBeDefined();
    expect(blocked.queryByText('Enable-Harm')).toBeNull();
    expect(blocked.queryByRole('button', { name: /^Mark/ })).toBeNull();
  });

  test('shows how the looking goes at the step that is looked at, and can be ended', async () => {
    const looking = Promise.withResolvers<Result<never>>();
    const { user, emit, calls } = open('/checklists/inbound-dane?subject=contoso.example', {
      'checklists.verify': async ({ jobId }) => {
        emit('job.progress', { jobId, progress: { done: 1, total: 4 } });
        return looking.promise;
      },
    });
    const seen = within(await step('seen'));
    const verify = seen.getByRole('button', { name: 'Verify seen' });
    await user.click(verify);
    await seen.findByText(/25\s?%/);
    expect(document.activeElement).toBe(verify);
    expect((await byHand()).queryByRole('progressbar')).toBeNull();
    await user.click(seen.getByRole('button', { name: 'Cancel' }));
    expect(calls).toContain('jobs.cancel');
    act(() => looking.resolve(failure('cancelled')));
    await seen.findByText('Stopped, as you asked.');
    await expectAccessible();
  });

  test('looks at all steps that the app can see, and tells how many are done', async () => {
    const { user } = open('/checklists/inbound-dane?subject=contoso.example');
    await user.click(await screen.findByRole('button', { name: 'Verify all steps' }));
    await within(await step('seen')).findByText('Done');
    expect(screen.getAllByText('2 of 3 steps done').length).toBeGreaterThan(0);
  });

  test('says why a tick was refused', async () => {
    const { user } = open('/checklists/inbound-dane?subject=contoso.example', {
      'checklists.tick': () =>
        failure('step-blocked', { step: 'by-hand', reason: 'dane-without-dnssec' }),
    });
    await user.click((await byHand()).getByRole('button', { name: 'Mark as done by-hand' }));
    await (await byHand()).findByText('Doing this step now would stop mail.');
    expect((await byHand()).getByText('To do')).toBeDefined();
  });

  test('of a mail server asks for which one, offering those of the tenant', async () => {
    const { user } = open('/checklists/own-server-dane', {
      'checklists.list': () => success([{ id: 'own-server-dane', needs: 'host', progress: [] }]),
    });
    await user.click(await screen.findByRole('button', { name: 'Show the steps' }));
    const server = screen.getByRole('combobox', { name: 'Mail server' });
    expect(
      document
        .querySelector(`datalist#${CSS.escape(server.getAttribute('list') ?? '')}`)
        ?.querySelector('option')?.value,
    ).toBe('contoso.example');
    expect(screen.queryByRole('list', { name: 'Steps' })).toBeNull();
    await expectAccessible();
  });

  test('of a name that can be none says so, and takes another', async () => {
    const fake = fakeReadiness({ snapshot: snapshotOf({}), at: now, steps });
    const { user } = openPage('/checklists/inbound-dane', {
      ...fake.answers,
      'checklists.get': (input) =>
        input.subject === 'a b'
          ? failure('host-invalid', { value: 'a b', problem: 'whitespace' })
          : fake.answers['checklists.get']!(input),
    });
    await user.type(await domain(), 'a b{Enter}');
    await screen.findByText(/has a space in it/);
    await user.clear(await domain());
    await user.type(await domain(), 'fabrikam.example{Enter}');
    await step('seen');
    expect(screen.queryByText(/has a space in it/)).toBeNull();
  });

  test('is saved as Markdown, printed, and begun anew once that was confirmed', async () => {
    const links = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const print = vi.spyOn(globalThis, 'print').mockImplementation(() => {});
    Object.assign(URL, { createObjectURL: () => 'blob:checklist', revokeObjectURL: () => {} });
    const { user, calls } = open('/checklists/inbound-dane?subject=contoso.example');
    await user.click(await screen.findByRole('button', { name: 'Save as Markdown' }));
    await screen.findByText('Handed to the browser as inbound-dane-contoso.example.md');
    await user.click(screen.getByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalledOnce();
    await user.click((await byHand()).getByRole('button', { name: 'Mark as done by-hand' }));
    await (await byHand()).findByText('Done');
    await user.click(screen.getByRole('button', { name: 'Start over' }));
    expect(calls).not.toContain('checklists.reset');
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Start over' }));
    await (await byHand()).findByText('To do');
    print.mockRestore();
    links.mockRestore();
  });

  test('says whom verifying asks', async () => {
    open('/checklists/inbound-dane?subject=contoso.example');
    await screen.findByText(/Nobody is signed in to a tenant here/);
  });

  test('that is none says so', async () => {
    open('/checklists/nothing');
    await screen.findByRole('heading', { level: 1, name: 'There is no such checklist' });
  });
});

describe('a checklist as Markdown', () => {
  const words = createWords();
  const markdown = checklistMarkdown(
    {
      id: 'inbound-dane',
      tenant: null,
      subject: 'contoso.example',
      subjects: [],
      reader: 'nobody',
      snapshot: null,
      steps: [
        ...steps,
        stepOf('noted', {
          state: 'done',
          commands: ['a ``` b'],
          checked: { at: '2026-11-23T00:00:00Z', by: 'person', note: '# no\n- [ ] heading' },
        }),
      ],
    },
    words,
  );

  test('has a box for each step, and no commands of one that would stop mail', () => {
    expect(markdown.match(/^- \[[ x]\]/gm)).toHaveLength(4);
    expect(markdown).toContain("```powershell\nGet-Thing 'a'\n```");
    expect(markdown).not.toContain('Enable-Harm');
  });

  test('keeps what a person wrote from being Markdown', () => {
    expect(markdown).toContain('````powershell\na ``` b\n````');
    expect(markdown).toContain(String.raw`\# no \- \[ \] heading`);
  });

  test('never says a wait shorter than it is', () => {
    expect(waitWords(7201, words)).toMatch(/^3 hours/);
    expect(waitWords(90, words)).toMatch(/^90 seconds/);
    expect(waitWords(300, words)).toMatch(/^5 minutes/);
    expect(waitWords(2 * 86_400, words)).toMatch(/^2 days/);
  });
});
