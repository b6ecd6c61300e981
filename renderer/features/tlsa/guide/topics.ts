import { MatchingPicture, SelectorPicture, UsagePicture } from './pictures/NumberPictures.tsx';
import { RenewalPicture } from './pictures/RenewalPicture.tsx';
import { WhoAsksWhomPicture } from './pictures/WhoAsksWhomPicture.tsx';
import type { Block, Topic } from './topic.ts';
import type { WordId } from '../../../../shared/words/en.ts';

/** The guide, in the order in which one needs it. */
export const topics: readonly Topic[] = [
  {
    id: 'what',
    title: 'guide.what.title',
    blocks: [
      ...texts('guide.what.1', 'guide.what.2', 'guide.what.3'),
      {
        kind: 'pictures',
        pictures: [{ Picture: WhoAsksWhomPicture, caption: 'guide.what.picture.caption' }],
      },
      ...texts('guide.what.4'),
    ],
  },
  {
    id: 'who',
    title: 'guide.who.title',
    blocks: [
      ...texts('guide.who.1', 'guide.who.2'),
      {
        kind: 'code',
        text: 'Enable-DnssecForVerifiedDomain -DomainName example.com\nEnable-SmtpDaneInbound -DomainName example.com',
      },
      ...texts('guide.who.3'),
    ],
  },
  {
    id: 'numbers',
    title: 'guide.numbers.title',
    blocks: [
      ...texts('guide.numbers.1'),
      {
        kind: 'pictures',
        pictures: [
          { Picture: UsagePicture, caption: 'guide.numbers.usage.caption' },
          { Picture: SelectorPicture, caption: 'guide.numbers.selector.caption' },
          { Picture: MatchingPicture, caption: 'guide.numbers.matching.caption' },
        ],
      },
    ],
  },
  {
    id: 'export',
    title: 'guide.export.title',
    blocks: [
      ...texts('guide.export.1'),
      { kind: 'heading', id: 'guide.export.mmc' },
      {
        kind: 'steps',
        ids: [
          'guide.export.mmc.1',
          'guide.export.mmc.2',
          'guide.export.mmc.3',
          'guide.export.mmc.4',
          'guide.export.mmc.5',
        ],
      },
      { kind: 'heading', id: 'guide.export.powershell' },
      ...texts('guide.export.powershell.1'),
      {
        kind: 'code',
        text: [
          'Get-ChildItem Cert:\\LocalMachine\\My | Format-Table Thumbprint, Subject, NotAfter',
          "$cert = Get-Item 'Cert:\\LocalMachine\\My\\THUMBPRINT'",
          'Export-Certificate -Cert $cert -FilePath mail.cer',
        ].join('\n'),
      },
      ...texts('guide.export.powershell.2'),
      {
        kind: 'code',
        text: [
          '$chain = New-Object System.Security.Cryptography.X509Certificates.X509Chain',
          '[void]$chain.Build($cert)',
          'Export-Certificate -Cert $chain.ChainElements.Certificate -Type P7B -FilePath mail.p7b',
        ].join('\n'),
      },
      { kind: 'heading', id: 'guide.export.exchange' },
      ...texts('guide.export.exchange.1'),
      {
        kind: 'code',
        text: "Get-ExchangeCertificate | Where-Object { $_.Services -match 'SMTP' } | Format-List Thumbprint, Subject, CertificateDomains, NotAfter",
      },
      ...texts('guide.export.exchange.2'),
    ],
  },
  {
    id: 'publish',
    title: 'guide.publish.title',
    blocks: [
      ...texts('guide.publish.1', 'guide.publish.2'),
      { kind: 'example', text: '_25._tcp.mail.example.com.' },
      ...texts('guide.publish.3', 'guide.publish.4', 'guide.publish.5'),
    ],
  },
  {
    id: 'renewal',
    title: 'guide.renewal.title',
    blocks: [
      ...texts('guide.renewal.1', 'guide.renewal.2'),
      { kind: 'example', text: '450 4.7.323 tlsa-invalid: The domain failed DANE validation' },
      ...texts('guide.renewal.3'),
      {
        kind: 'steps',
        ids: [
          'guide.renewal.step.1',
          'guide.renewal.step.2',
          'guide.renewal.step.3',
          'guide.renewal.step.4',
          'guide.renewal.step.5',
        ],
      },
      {
        kind: 'pictures',
        pictures: [{ Picture: RenewalPicture, caption: 'guide.renewal.picture.caption' }],
      },
      ...texts('guide.renewal.4', 'guide.renewal.5'),
    ],
  },
  {
    id: 'exchange',
    title: 'guide.exchange.title',
    blocks: texts('guide.exchange.1', 'guide.exchange.2', 'guide.exchange.3', 'guide.exchange.4'),
  },
  {
    id: 'check',
    title: 'guide.check.title',
    blocks: [
      ...texts('guide.check.1'),
      {
        kind: 'links',
        links: [
          { text: 'guide.check.huque', href: 'https://www.huque.com/bin/danecheck-smtp' },
          { text: 'guide.check.huqueGenerator', href: 'https://www.huque.com/bin/gen_tlsa' },
          {
            text: 'guide.check.mailhardener',
            href: 'https://www.mailhardener.com/tools/dane-validator',
          },
          { text: 'guide.check.microsoft', href: 'https://testconnectivity.microsoft.com/' },
          {
            text: 'guide.check.learn',
            href: 'https://learn.microsoft.com/purview/how-smtp-dane-works',
          },
          { text: 'guide.check.rfc7671', href: 'https://www.rfc-editor.org/rfc/rfc7671' },
          { text: 'guide.check.rfc7672', href: 'https://www.rfc-editor.org/rfc/rfc7672' },
        ],
      },
    ],
  },
  {
    id: 'history',
    title: 'guide.history.title',
    blocks: [
      ...texts('guide.history.1'),
      {
        kind: 'history',
        entries: [
          { past: 'guide.history.inbound.then', present: 'guide.history.inbound.now' },
          { past: 'guide.history.server.then', present: 'guide.history.server.now' },
          { past: 'guide.history.hashes.then', present: 'guide.history.hashes.now' },
          { past: 'guide.history.fingerprint.then', present: 'guide.history.fingerprint.now' },
          { past: 'guide.history.imap.then', present: 'guide.history.imap.now' },
        ],
      },
    ],
  },
];

function texts(...ids: readonly WordId[]): readonly Block[] {
  return ids.map((id) => ({ kind: 'text', id }));
}
