import { BeakerRegular } from '@fluentui/react-icons/svg/beaker';
import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { BuildingShopRegular } from '@fluentui/react-icons/svg/building-shop';
import { CertificateRegular } from '@fluentui/react-icons/svg/certificate';
import { MailShieldRegular } from '@fluentui/react-icons/svg/mail-shield';
import type { FluentIcon } from '@fluentui/react-icons';
import type { ListedPage } from '../../app/usePages.ts';
import type { WordId } from '../../../shared/words/en.ts';

/** A way into the app, offered on the start page. */
export interface Door {
  readonly title: WordId;
  readonly text: WordId;
  /** `null`: the door opens the demo tenant. */
  readonly action: { readonly to: ListedPage['path']; readonly title: WordId } | null;
  /** Where else it leads. */
  readonly also: readonly { readonly to: ListedPage['path']; readonly title: WordId }[];
  readonly icon: FluentIcon;
}

/** In the order in which a person who opens the app for the first time would ask. */
export const doors: readonly Door[] = [
  {
    title: 'start.tenant.title',
    text: 'start.tenant.text',
    action: { to: '/tenant/sign-in', title: 'start.tenant.action' },
    also: [
      { to: '/tenant/import', title: 'readinessPage.noTenant.import' },
      { to: '/overview', title: 'overview.title' },
      { to: '/checklists', title: 'checklists.title' },
    ],
    icon: BuildingRegular,
  },
  {
    title: 'start.demo.title',
    text: 'start.demo.text',
    action: null,
    also: [],
    icon: BuildingShopRegular,
  },
  {
    title: 'start.withoutAccount.title',
    text: 'start.withoutAccount.text',
    action: { to: '/tlsa', title: 'start.withoutAccount.action' },
    also: [
      { to: '/tlsa/explain', title: 'recordExplainer.title' },
      { to: '/tlsa/guide', title: 'start.withoutAccount.guide' },
    ],
    icon: CertificateRegular,
  },
  {
    title: 'start.dane.title',
    text: 'start.dane.text',
    action: { to: '/dane', title: 'start.dane.action' },
    also: [
      { to: '/domains', title: 'many.title' },
      { to: '/history', title: 'history.title' },
    ],
    icon: MailShieldRegular,
  },
  {
    title: 'start.lab.title',
    text: 'start.lab.text',
    action: { to: '/lab', title: 'start.lab.action' },
    also: [],
    icon: BeakerRegular,
  },
];
