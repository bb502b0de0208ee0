import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../values/page.ts';

const biLogin = z.object({ id, name: z.string(), login: z.string(), createdAt: instant, rotatedAt: instant.nullable() });
export type BiLogin = z.infer<typeof biLogin>;
/** How a tool connects; the password is shown this once. `host` is null where the database of this server cannot be reached from outside. */
const connection = z.object({
  login: biLogin,
  password: z.string(),
  host: z.string().nullable(),
  port: z.number().int(),
  database: z.string(),
});
export type BiConnection = z.infer<typeof connection>;

export const listBiLogins = endpoint('GET /api/v1/bi-logins', {
  summary: 'Logins with which reporting tools read the views of open data',
  access: 'open-data.manage',
  response: z.object({ items: z.array(biLogin) }),
});
export const createBiLogin = endpoint('POST /api/v1/bi-logins', {
  summary: 'Make a login for a reporting tool: it reads the views of this organisation and nothing else',
  access: 'open-data.manage',
  body: z.object({ name: z.string().trim().min(1).max(100) }),
  response: connection,
});
export const rotateBiLogin = endpoint('POST /api/v1/bi-logins/:id/passwords', {
  summary: 'Give a login another password',
  access: 'open-data.manage',
  params: idParams,
  body: z.object({}),
  response: connection,
});
export const revokeBiLogin = endpoint('DELETE /api/v1/bi-logins/:id', {
  summary: 'Remove a login; whoever is connected with it is cut off',
  access: 'open-data.manage',
  params: idParams,
  response: done,
});
