import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../..', import.meta.url));

export const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
