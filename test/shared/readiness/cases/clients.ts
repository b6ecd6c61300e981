import { organization } from '../ruleCase.ts';
import type { RuleCases } from '../ruleCase.ts';

const installed = (
  product: string | null,
  build: string | null,
  user: string | null = 'a@c.com',
) => ({
  user,
  device: null,
  product,
  build,
  channel: null,
});
const usage = (counts: Readonly<Record<string, number | null>>) => ({
  appUsageVersions: {
    refreshedOn: '2026-11-20',
    period: 30,
    counts: Object.entries(counts).map(([name, users]) => ({ name, users })),
  },
});
const partly = { outlookInventory: { state: 'partial', reason: 'records-skipped' } } as const;

export const clientCases: RuleCases = {
  'outlook.blocked': [
    {
      is: 'too old by build',
      data: {
        outlookInventory: [
          installed('Outlook 2016', '16.0.4500.1000'),
          installed('Microsoft 365 Apps for enterprise', '16.0.14326.20384'),
        ],
      },
      gives: ['fail outlook-blocked'],
      affected: 1,
    },
    {
      is: 'new enough',
      data: { outlookInventory: [installed('Microsoft 365 Apps', '14326.20384')] },
      gives: ['pass outlook-none-blocked'],
    },
    {
      is: 'new enough in the lines that were read',
      data: { outlookInventory: [installed('Microsoft 365 Apps', '14326.20384')] },
      entries: partly,
      gives: ['not-assessed incomplete'],
    },
    {
      is: 'without build in a line',
      data: {
        outlookInventory: [
          installed('Outlook 2013', null),
          installed('Outlook 2019', '16.0.10400.20007'),
        ],
      },
      gives: ['manual outlook-builds-unreadable'],
      affected: 1,
    },
    {
      is: 'too old by product',
      data: usage({ 'Outlook 2010': 2, 'Outlook 2007': 1, 'Outlook M365': 90 }),
      gives: ['fail outlook-blocked-products'],
      affected: 3,
    },
    {
      is: 'known by product alone',
      data: usage({ 'Outlook M365': 90, 'Outlook 2010': null }),
      gives: ['manual outlook-products-only'],
    },
    {
      is: 'in no report',
      data: usage({ 'Outlook M365': null, 'Outlook 2016': 0 }),
      gives: ['not-assessed outlook-nothing-known'],
    },
    { is: 'not read at all', data: {}, gives: ['not-assessed source-not-read'] },
    {
      is: 'of other kinds alone',
      data: {
        outlookInventory: [
          installed('Outlook for Mac', '16.89'),
          installed('New Outlook', '1.2024.1009.100'),
        ],
      },
      gives: ['not-applicable outlook-others-only'],
    },
    {
      is: 'of other kinds in the lines that were read',
      data: { outlookInventory: [installed('Outlook for Mac', '16.89')] },
      entries: partly,
      gives: ['not-assessed incomplete'],
    },
    {
      is: 'an inventory without lines',
      data: { outlookInventory: [] },
      gives: ['not-assessed source-not-read'],
    },
  ],
  'outlook.unsupported': [
    {
      is: 'out of support by build',
      data: {
        outlookInventory: [
          installed('Microsoft 365 Apps for enterprise', '16.0.14326.20384'),
          installed('ProPlus2024Volume', '16.0.17932.20162'),
        ],
      },
      gives: ['fail outlook-unsupported'],
      affected: 1,
    },
    {
      is: 'supported then, and not now',
      data: { outlookInventory: [installed('ProPlus2021Volume', '16.0.14332.20481')] },
      at: '2026-10-13T12:00:00Z',
      gives: ['pass outlook-none-unsupported'],
    },
    {
      is: 'out of support by product',
      data: usage({ 'Outlook 2019': 3, 'Outlook 2016': 2, 'Outlook 2010': 1 }),
      gives: ['fail outlook-unsupported-products'],
      affected: 5,
    },
    {
      is: 'known by product alone',
      data: usage({ 'Outlook M365': 9 }),
      gives: ['manual outlook-products-only'],
    },
    { is: 'not read at all', data: {}, gives: ['not-assessed source-not-read'] },
  ],
  'public-folders.sync-script': [
    {
      is: 'needed',
      data: organization({ publicFoldersEnabled: 'Remote' }),
      gives: ['manual public-folders-remote'],
    },
    {
      is: 'not needed any more',
      data: organization({ publicFoldersEnabled: 'Local' }),
      gives: ['not-applicable public-folders-local'],
    },
    {
      is: 'never needed',
      data: organization({ publicFoldersEnabled: 'None' }),
      gives: ['not-applicable public-folders-none'],
    },
    { is: 'not told', data: organization({}), gives: ['not-assessed value-null'] },
    {
      is: 'told with a new word',
      data: organization({ publicFoldersEnabled: 'Elsewhere' }),
      gives: ['not-assessed value-unknown'],
    },
  ],
};
