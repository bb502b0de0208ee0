import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { code, locale, localProse, localText } from '../values/text.ts';
import { email, password } from '../identity/sign-in.ts';
import { timeZone } from '../organisation/organisation.ts';

export const packSummary = z.object({
  code,
  name: localText,
  description: localProse,
  version: z.number().int(),
  services: z.number().int(),
  indicators: z.number().int(),
  installedVersion: z.number().int().nullable(),
  demoLoaded: z.boolean(),
  demoProblem: localText.nullable(),
});
export type PackSummary = z.infer<typeof packSummary>;

/** Before anybody has an account: which packs there are, and whether the set-up is still to be done. */
export const setupState = endpoint('GET /api/v1/setup', {
  summary: 'Whether an organisation exists, and the packs to choose from',
  access: 'public',
  response: z.object({
    installed: z.boolean(),
    packs: z.array(packSummary.pick({ code: true, name: true, description: true, services: true, indicators: true })),
  }),
});
/** `token` is the one-time token of the set-up link, or the operator key of the installation. Signs the administrator in. */
export const setUp = endpoint('POST /api/v1/setup', {
  summary: 'Create an organisation with its administrator and industry pack',
  access: 'public',
  body: z.object({
    token: z.string().min(20).max(200),
    organisation: z.string().trim().min(1).max(200),
    locale: locale.default('zh'),
    timeZone,
    pack: code.nullable(),
    demo: z.boolean().default(false),
    administrator: z.object({ email, name: z.string().trim().min(1).max(100), password }),
  }),
  response: z.object({ organisationId: z.uuid() }),
});

export const packChanges = z.object({
  added: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  kept: z.number().int(),
});
export const listPacks = endpoint('GET /api/v1/packs', {
  summary: 'Industry packs, and which are installed',
  access: 'catalog.read',
  response: z.object({ items: z.array(packSummary) }),
});
/** Loading twice changes nothing; what a user edited is kept and counted under `kept`. */
export const installPack = endpoint('POST /api/v1/packs/:code/install', {
  summary: 'Load an industry pack, or its newer version',
  access: 'packs.manage',
  params: z.object({ code }),
  response: packChanges,
});
/** Installs a pack from its files' texts; a mistake is refused with file, line and reason, and nothing is loaded. */
export const uploadPack = endpoint('POST /api/v1/packs', {
  summary: 'Load a pack of one’s own from its files',
  access: 'packs.manage',
  body: z.object({ files: z.record(z.string().max(60), z.string().max(1_000_000)) }),
  response: packChanges,
});
export const exportPack = endpoint('GET /api/v1/packs/:code/export', {
  summary: 'What is in use, as the files of a pack',
  access: 'catalog.read',
  params: z.object({ code }),
  response: z.object({ files: z.record(z.string(), z.string()) }),
});
export const loadDemo = endpoint('POST /api/v1/packs/:code/demo', {
  summary: 'Load twelve months of demo data with one seeded problem',
  access: 'packs.manage',
  params: z.object({ code }),
  response: z.object({ observations: z.number().int(), problem: localText }),
});
export const deleteDemo = endpoint('DELETE /api/v1/demo', {
  summary: 'Delete all demo data of the organisation',
  access: 'packs.manage',
  response: done.extend({ observations: z.number().int() }),
});
