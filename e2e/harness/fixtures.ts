import { test as base, type Page } from '@playwright/test';
import { z } from 'zod';
import type { CallEndpoint } from '@zhiheng/contract/call';
import type { Places } from './furnish.ts';
import { lookName, personOf, setUpOrganisation, type Look, type SetUpChoices } from './set-up-organisation.ts';

export interface Visitor {
  readonly page: Page;
  /** the same person through the API */
  readonly call: CallEndpoint;
}

interface Fixtures {
  /** the server of this run */
  readonly server: { readonly url: string; readonly operatorKey: string };
  /** what the addresses of routes.ts lead to */
  readonly places: Places;
  /** a person of the organisation with demo data, who likes this look; to look, not to change what others see */
  readonly demo: (look: Look) => Promise<Visitor>;
  /** the administrator of an organisation made for this test alone */
  readonly fresh: (choices?: SetUpChoices) => Promise<Visitor>;
}

export const test = base.extend<Fixtures & { readonly faults: undefined }>({
  server: async ({}, use) => use({ url: env('E2E_URL'), operatorKey: env('E2E_OPERATOR_KEY') }),
  places: async ({}, use) => use(JSON.parse(env('E2E_PLACES')) as Places),
  baseURL: async ({ server }, use) => use(server.url),
  demo: async ({ page, server, context }, use) => {
    const sessions = z.record(z.string(), z.string()).parse(JSON.parse(env('E2E_SESSIONS')));
    await use(async (look) => {
      const person = personOf(server.url, sessions[lookName(look)] ?? '');
      await context.addCookies([{ name: 'zhiheng_session', value: person.session, url: server.url }]);
      return { page, call: person.call };
    });
  },
  fresh: async ({ page, server, context }, use) => {
    await use(async (choices = {}) => {
      const person = await setUpOrganisation(server, choices);
      await context.addCookies([{ name: 'zhiheng_session', value: person.session, url: server.url }]);
      return { page, call: person.call };
    });
  },
  // A page that throws, or breaks its own security policy, fails the test that saw it.
  faults: [
    async ({ page }, use) => {
      const seen: string[] = [];
      page.on('pageerror', (error) => seen.push(String(error)));
      page.on('console', (message) => {
        if (/Content Security Policy|Minified React error|each child in a list/i.test(message.text())) seen.push(message.text());
      });
      await use(undefined);
      if (seen.length > 0) throw new Error(`faults in the page:\n${seen.join('\n')}`);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';

function env(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: the global set-up did not run`);
  return value;
}
