/** The frame: navigation, themes, dialogs, jobs, and words that every page uses. */
export const app = {
  'app.name': 'Exchange Companion',
  'app.skipToContent': 'Skip to content',
  'app.loading': 'Loading…',
  'app.close': 'Close',
  'app.cancel': 'Cancel',
  'app.copy': 'Copy',
  'app.copied': 'Copied',
  'app.saved': 'Handed to the browser as {name}',
  'app.copyFailed': 'Copying did not work. Select the text and press the copy keys.',
  'app.tryAgain': 'Try again',
  'app.reload': 'Load the app again',
  'app.backToStart': 'Go to the start page',

  'app.pages.previous': 'Previous',
  'app.pages.next': 'Next',
  'app.pages.position': '{from, number} to {to, number} of {count, number}',

  'app.navigation.label': 'Pages',
  'app.navigation.menu': 'Pages',
  'app.navigation.tlsa': 'TLSA records',
  'app.navigation.app': 'This app',

  'app.notFound.title': 'There is no such page',
  'app.notFound.text':
    'The address leads nowhere in this version of the app. A link from a newer version may do that.',
  'app.pageError.title': 'This page has failed',
  'app.hostGone.title': 'The app behind this page has stopped.',
  'app.hostGone.text':
    'What you see stays, but nothing can be read or checked. Start the app again; this page goes on by itself, or use the new link that the app prints.',

  'app.palette.open': 'Go to or do…',
  'app.palette.title': 'Pages and actions',
  'app.palette.search': 'Type a page or an action',
  'app.palette.nothing': 'Nothing has that name.',
  'app.palette.pages': 'Page',
  'app.palette.theme': 'Theme',
  'app.palette.actions': 'Action',

  'app.theme.system': 'As the system',
  'app.theme.light': 'Light',
  'app.theme.dark': 'Dark',
  'app.theme.high-contrast': 'High contrast',

  'app.jobs.open': 'Jobs',
  'app.jobs.title': 'Running jobs',
  'app.jobs.none.title': 'Nothing is running',
  'app.jobs.none.text':
    'Work that takes longer appears here with its progress. You can leave its page and cancel it from here.',
  'app.jobs.running': 'Running…',
  'app.jobs.percent': '{share, number, percent} done',
  'app.job.certificates.read': 'Read a certificate file',
  'app.job.dane.check': 'Check a domain',
  'app.job.dane.checkMany': 'Check many domains',
  'app.job.dns.lookup': 'Look up a name',
  'app.job.dns.selfTest': 'Test a resolver',
  'app.job.dnssec.validate': 'Validate a name',

  'app.verdict.good': 'Good',
  'app.verdict.note': 'Note',
  'app.verdict.warning': 'Warning',
  'app.verdict.bad': 'Problem',

  'app.shortcut.palette': 'Find a page or an action',
  'app.shortcut.jobs': 'Show or hide the running jobs',
  'app.shortcut.settings': 'Open the settings',
  'app.shortcut.chooseFiles': 'Choose certificate files',
  'app.shortcut.paste': 'Take a certificate from the clipboard, wherever the focus is',
  'app.shortcut.copyRecord': 'Copy the record',
} as const;
