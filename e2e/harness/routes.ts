import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Places } from './furnish.ts';

/** Every route of the application, once. `at` is an address with demo data in it; a test fails when the router has one more. */
export const routes = [
  { path: 'board', at: '/app/board' },
  { path: 'indicators', at: '/app/indicators' },
  { path: 'indicators/$code', at: '/app/indicators/incident_resolution_time' },
  { path: 'services', at: '/app/services' },
  { path: 'scorecards', at: '/app/scorecards' },
  { path: 'imports', at: '/app/imports' },
  { path: 'imports/new', at: '/app/imports/new' },
  { path: 'imports/$id', at: '/app/imports/{import}' },
  { path: 'collections', at: '/app/collections' },
  { path: 'collections/$id/$period', at: '/app/collections/{collection}/{period}' },
  { path: 'quarantine', at: '/app/quarantine' },
  { path: 'account', at: '/app/account' },
  { path: 'admin/users', at: '/app/admin/users' },
  { path: 'admin/roles', at: '/app/admin/roles' },
  { path: 'admin/units', at: '/app/admin/units' },
  { path: 'admin/api-keys', at: '/app/admin/api-keys' },
  { path: 'admin/packs', at: '/app/admin/packs' },
  { path: 'admin/changes', at: '/app/admin/changes' },
  { path: 'admin/trash', at: '/app/admin/trash' },
  { path: 'admin/organisation', at: '/app/admin/organisation' },
] as const;

/** The pages before the sign-in. */
export const doors = ['/sign-in', '/setup#a-token-that-only-opens-the-page', '/link/{token}'] as const;

interface Dialog {
  readonly on: (typeof routes)[number]['path'];
  /** message of the button that opens it */
  readonly opens: string;
  readonly role?: 'button' | 'link';
}

/** Dialogs and drawers, opened where they live. */
export const dialogs: readonly Dialog[] = [];

export const addressOf = (at: string, places: Places): string => at.replaceAll(/\{(\w+)\}/g, (_whole, name: keyof Places) => places[name]);

/** What the router itself knows: read from the files that declare the routes. `/` and `/app` only lead on. */
export function routesOfTheRouter(): string[] {
  const folder = join(import.meta.dirname, '../../packages/web/src/app/routes');
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const paths = texts.flatMap((text) => [...text.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path ?? ''));
  return paths.filter((path) => !path.startsWith('/')).sort();
}
