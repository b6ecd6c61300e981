/** Small pages: start, settings, shortcuts, about. */
export const pages = {
  'start.title': 'Start',
  'start.heading': 'Welcome to Exchange Companion',
  'start.lead':
    'For the person who runs mail on Exchange Online, and often an Exchange server beside it. Everything is read and computed on this computer.',
  'start.tenant.title': 'Is this tenant ready?',
  'start.tenant.text':
    'Reads the settings of your tenant with your own account, changes nothing, and says what needs attention: Send from Alias, basic authentication, Outlook versions, public folders, DANE.',
  'start.tenant.action': 'Sign in to a tenant',
  'start.demo.title': 'Look around first',
  'start.demo.text':
    'Contoso, a made-up tenant with faults to find, read by the same code. No account and no network needed.',
  'start.withoutAccount.title': 'Work without an account',
  'start.withoutAccount.text':
    'Turn a certificate export into the TLSA record that belongs to it, have any TLSA record explained, and read what must happen around a renewal so that mail keeps flowing.',
  'start.withoutAccount.action': 'Make a TLSA record',
  'start.dane.title': 'Check a domain',
  'start.dane.text':
    'Does DANE work for this domain, really: every MX host, every address, every certificate, with DNSSEC validated on this computer, and what to do where something is wrong.',
  'start.dane.action': 'Check a domain',
  'start.lab.title': 'See what can go wrong',
  'start.lab.text':
    'A practice lab inside this app: signed zones and mail servers, one for everything that can be right or wrong. No network needed.',
  'start.lab.action': 'Try the practice lab',
  'start.withoutAccount.guide': 'Read the guide',

  'settings.title': 'Settings',
  'settings.lead': 'Changes take effect at once and are kept on this computer.',
  'settings.appearance': 'Appearance',
  'settings.theme': 'Theme',
  'settings.theme.hint':
    '“As the system” follows the light, dark or contrast theme of your computer.',
  'settings.language': 'Language',
  'settings.locale': 'Language of the app',
  'settings.locale.hint':
    'The pseudo-language shows every sentence with accents and a third longer. It finds words that can’t be translated or don’t fit.',
  'settings.locale.en': 'English',
  'settings.locale.qps-ploc': 'Pseudo-language (for testing)',

  'shortcuts.title': 'Keyboard shortcuts',
  'shortcuts.lead':
    'Everything in the app can be reached with Tab, the arrow keys, Enter and Space. These keys are quicker.',
  'shortcuts.where.everywhere': 'Everywhere',
  'shortcuts.where.generator': 'On the page “Make a record”',
  'shortcuts.where.dane': 'On the result of a check',
  'shortcuts.keys': 'Keys',
  'shortcuts.does': 'What they do',

  'about.title': 'About this app',
  'about.lead': 'Exchange Companion is free software under the MIT licence.',
  'about.version': 'Version',
  'about.appVersion': 'Exchange Companion',
  'about.host': 'Runs as',
  'about.host.electron': 'Desktop app',
  'about.host.web': 'Page in your browser, served by this computer',
  'about.host.cli': 'Command line',
  'about.runtime': 'Built on',
  'about.dataDirectory': 'Keeps its data in',
  'about.copy': 'Copy for a bug report',
  'about.privacy': 'Privacy',
  'about.privacy.telemetry':
    'No telemetry. The app counts nothing, reports nothing, and sends no crash reports.',
  'about.privacy.files':
    'Certificates are read on this computer. Making a record needs no network at all.',
  'about.privacy.keys':
    'A private key in an export is passed over: it is not kept, not shown and not logged. Passwords are used once and forgotten.',
  'about.privacy.calls':
    'Links open in your browser, and only when you follow them. Each one shows the site it leads to.',
  'about.licences': 'Built from',
  'about.licences.text': 'With thanks to the people behind these open-source packages:',
} as const;
