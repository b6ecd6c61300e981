import type { Page } from 'playwright/test';

/** Every page of the app. A unit test holds the router's list to the same. */
export const paths = [
  '/',
  '/overview',
  '/readiness',
  '/readiness/dane.inbound',
  '/checklists',
  '/checklists/inbound-dane',
  '/runs',
  '/tenant',
  '/tenant/sign-in',
  '/tenant/read',
  '/tenant/import',
  '/tenant/mailboxes',
  '/tenant/users',
  '/tenant/aliases',
  '/tlsa',
  '/tlsa/explain',
  '/tlsa/guide',
  '/tlsa/renewal',
  '/dane',
  '/dane/example.com',
  '/domains',
  '/dnssec',
  '/dnssec/example.com/MX',
  '/lab',
  '/history',
  '/history/example.com',
  '/explain',
  '/settings',
  '/settings/audit',
  '/shortcuts',
  '/about',
] as const;

/** Goes to a page as a deep link does, and waits until it stands there. */
export async function goTo(page: Page, path: string): Promise<void> {
  const heading = page.locator('h1');
  await heading.waitFor();
  const before = await heading.elementHandle();
  const [shown = ''] = new URL(page.url()).hash.slice(1).split('?');
  const stays = (shown === '' ? '/' : shown) === path.split('?')[0];
  await page.evaluate((hash) => {
    globalThis.location.hash = hash;
  }, `#${path}`);
  if (stays) return;
  await page.waitForFunction((old) => !old?.isConnected, before);
  await heading.waitFor();
}

/** The themes, each with the background by which one knows that the page shows it. */
const backgrounds = { light: '#ffffff', dark: '#292929', 'high-contrast': '#000000' } as const;
export const themes = Object.keys(backgrounds) as readonly (keyof typeof backgrounds)[];

type Settings = { readonly theme?: keyof typeof backgrounds; readonly locale?: string };

/** Changes settings as the settings page does, and waits until the page shows them. */
export async function change(page: Page, settings: Settings): Promise<void> {
  await page.locator('h1').waitFor();
  await page.evaluate(
    (change) =>
      (
        globalThis as unknown as {
          companion: { call(channel: string, input: object): Promise<void> };
        }
      ).companion.call('settings.set', change),
    settings,
  );
  const { theme, locale } = settings;
  await page.waitForFunction(
    ([background, pseudo]) => {
      const provider = document.querySelector('.fui-FluentProvider');
      const shown =
        provider && getComputedStyle(provider).getPropertyValue('--colorNeutralBackground1');
      const isPseudo = document.title.includes('⟦');
      return (background ?? shown) === shown && (pseudo ?? isPseudo) === isPseudo;
    },
    [theme && backgrounds[theme], locale && locale !== 'en'] as const,
  );
}
