/** What the web host says in the terminal. Simple arguments only: it brings no message formatter. */
export const web = {
  'web.open': 'Exchange Companion is open at {link}',
  'web.openAlready':
    'It was running already, as process {pid}. This is a fresh link to it. To end it: npm start -- --stop',
  'web.notRunning': 'Exchange Companion is not running on a loopback port.',
  'web.ended': 'Exchange Companion has ended.',
  'web.notEnded': 'Exchange Companion still runs, as process {pid}. End that process.',
  'web.folderUnusable':
    'Exchange Companion can’t keep its data in {folder} ({reason}). Choose another folder: --data-dir DIR',
  'web.cloudUnusable':
    'The file of EXO_COMPANION_CLOUD can’t be used ({code}). Name a JSON file with name, authority, graph, exchange and ca, or leave the variable out.',
} as const;
