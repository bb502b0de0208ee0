import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type {
  openSuggestionBox as openEndpoint,
  putIntoBox as putEndpoint,
  SuggestionSettings,
} from '@zhiheng/contract/improvement/suggestions';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { notFound } from '../../../platform/errors.ts';
import { systemActor, type Operation, type PublicCall } from '../../../platform/operation.ts';
import { insertSuggestion } from './make-suggestion.ts';
import { readSettings } from './suggestion-settings.ts';

/** Enters where the house lets customers suggest; a closed box looks like none. */
async function atOpenBox<T>(
  { root, now }: PublicCall,
  code: string,
  work: (operation: Operation, settings: SuggestionSettings) => Promise<T>,
): Promise<T> {
  const { rows } = await sql<{ orgId: string | null }>`select org_of_suggestion_box(${code}) as "orgId"`.execute(root);
  const orgId = rows[0]?.orgId ?? null;
  if (orgId === null) throw notFound('suggestion_box');
  return inOrganisation(root, orgId, async (db) => {
    const operation = { db, orgId, actor: systemActor, now };
    const settings = await readSettings(operation);
    if (!settings.public) throw notFound('suggestion_box');
    return work(operation, settings);
  });
}

export const openSuggestionBox = (
  call: PublicCall,
  { params }: Pick<Parsed<typeof openEndpoint>, 'params'>,
): Promise<Reply<typeof openEndpoint>> =>
  atOpenBox(call, params.code, async ({ db, orgId }, { intro }) => {
    const { name } = await db.selectFrom('organisation').select('name').where('org_id', '=', orgId).executeTakeFirstOrThrow();
    return { organisation: name, intro };
  });

export const putIntoBox = (
  call: PublicCall,
  { params, body }: Pick<Parsed<typeof putEndpoint>, 'params' | 'body'>,
): Promise<{ ok: true }> =>
  atOpenBox(call, params.code, async (operation) => {
    await insertSuggestion(operation, { ...body, serviceId: null, origin: 'customer', authorId: null });
    return { ok: true };
  });
