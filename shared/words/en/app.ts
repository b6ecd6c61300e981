/** The frame: navigation, themes, dialogs, jobs, about. */
export const app = {
  'app.name': 'Exchange Companion',
} as const;
