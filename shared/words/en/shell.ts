/** What the desktop shell itself says: its menu, and why it could not start. */
export const shell = {
  'shell.menu.file': 'File',
  'shell.menu.edit': 'Edit',
  'shell.menu.view': 'View',
  'shell.menu.window': 'Window',
  'shell.menu.help': 'Help',
  'shell.menu.settings': 'Settings…',
  'shell.menu.shortcuts': 'Keyboard shortcuts',
  'shell.menu.about': 'About Exchange Companion',
  'shell.startFailed.title': 'Exchange Companion can’t start',
  'shell.startFailed.text':
    'The folder where it keeps its settings can’t be used: {folder}\n\nMake sure that the folder exists, that you may write to it and that the disk is not full. Then start the app again.',
} as const;
