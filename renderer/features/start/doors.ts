import { BeakerRegular } from '@fluentui/react-icons/svg/beaker';
import { CertificateRegular } from '@fluentui/react-icons/svg/certificate';
import { MailShieldRegular } from '@fluentui/react-icons/svg/mail-shield';
import type { FluentIcon } from '@fluentui/react-icons';
import type { ListedPage } from '../../app/usePages.ts';
import type { WordId } from '../../../shared/words/en.ts';

/** A way into the app, offered on the start page. */
export interface Door {
  readonly title: WordId;
  readonly text: WordId;
  readonly action: WordId;
  readonly to: ListedPage['path'];
  /** Where else it leads. */
  readonly also: readonly { readonly to: ListedPage['path']; readonly title: WordId }[];
  readonly icon: FluentIcon;
}

/** The doors that lead somewhere. */
export const doors: readonly Door[] = [
  {
    title: 'start.withoutAccount.title',
    text: 'start.withoutAccount.text',
    action: 'start.withoutAccount.action',
    to: '/tlsa',
    also: [
      { to: '/tlsa/explain', title: 'recordExplainer.title' },
      { to: '/tlsa/guide', title: 'start.withoutAccount.guide' },
    ],
    icon: CertificateRegular,
  },
  {
    title: 'start.dane.title',
    text: 'start.dane.text',
    action: 'start.dane.action',
    to: '/dane',
    also: [
      { to: '/domains', title: 'many.title' },
      { to: '/history', title: 'history.title' },
    ],
    icon: MailShieldRegular,
  },
  {
    title: 'start.lab.title',
    text: 'start.lab.text',
    action: 'start.lab.action',
    to: '/lab',
    also: [],
    icon: BeakerRegular,
  },
];
