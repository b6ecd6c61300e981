import { CertificateRegular } from '@fluentui/react-icons/svg/certificate';
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
];
