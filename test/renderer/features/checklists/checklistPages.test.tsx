import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { checklistMarkdown } from '../../../../renderer/features/checklists/checklistMarkdown.ts';
import { createWords } from '../../../../electron/service/words.ts';
import { expectAccessible } from '../../../support/accessibility.ts';
import { fakeReadiness, stepOf } from '../../../support/fakeReadiness.ts';
import { openPage } from '../../../support/openPage.tsx';
import { snapshotOf } from '../../../support/snapshotOf.ts';
import { waitWords } from '../../../../renderer/features/checklists/stepWords.ts';

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

function open(path: string) {
  const fake = fakeReadiness({ snapshot: snapshotOf({}), at: now, steps });
  return openPage(path, fake.answers);
}

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
    await user.click((await byHand()).getByRole('button', { name: 'Mark as not done by-hand' }));
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
