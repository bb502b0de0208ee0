import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type {
  makeSuggestion as endpoint,
  Suggestion,
  withdrawSuggestion as withdrawEndpoint,
} from '@zhiheng/contract/improvement/suggestions';
import { conflict, invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { nextNumber } from '../projects/project-number.ts';
import { findSuggestion, lockSuggestion } from './read-suggestions.ts';

type Body = Parsed<typeof endpoint>['body'];

export async function makeSuggestion(call: Call, { body }: { readonly body: Body }): Promise<Suggestion> {
  const { db, orgId, actor } = call;
  const { serviceId } = body;
  if (serviceId !== null) {
    const { rows } = await sql`select 1 from service where org_id = ${orgId} and id = ${serviceId} and deleted_at is null`.execute(db);
    if (rows.length === 0) throw invalidField('serviceId', 'unknown_service');
  }
  return findSuggestion(call, await insertSuggestion(call, { ...body, origin: 'staff', authorId: actor.accountId, name: '', contact: '' }));
}

interface Draft extends Body {
  readonly origin: Suggestion['origin'];
  readonly authorId: string | null;
  readonly name: string;
  readonly contact: string;
}

export async function insertSuggestion(operation: Operation, draft: Draft): Promise<string> {
  const { db, orgId, now } = operation;
  const { title, text, serviceId, origin, authorId, name, contact } = draft;
  const [id, number] = [newId(), await nextNumber(operation, 'suggestion', 'S')];
  await sql`
    insert into suggestion (org_id, id, number, title, text, origin, author_id, author_name, contact, service_id, at, updated_at)
    values (${orgId}, ${id}, ${number}, ${title}, ${text}, ${origin}, ${authorId}::uuid, ${name}, ${contact}, ${serviceId}::uuid, ${now}, ${now})`.execute(
    db,
  );
  await recordEvent(operation, { type: 'suggestion.made', entity: entityOf({ id, number, title }), data: { origin, serviceId } });
  return id;
}

export async function withdrawSuggestion(call: Call, { params }: Pick<Parsed<typeof withdrawEndpoint>, 'params'>): Promise<Suggestion> {
  const suggestion = await lockSuggestion(call, params.id);
  if (!suggestion.mine) throw conflict('suggestion_of_others');
  if (suggestion.state !== 'new') throw conflict('suggestion_judged');
  const { db, orgId, now } = call;
  await sql`update suggestion set state = 'withdrawn', version = version + 1, updated_at = ${now} where org_id = ${orgId} and id = ${params.id}`.execute(
    db,
  );
  await recordEvent(call, { type: 'suggestion.withdrawn', entity: entityOf(suggestion) });
  return findSuggestion(call, params.id);
}

/** What a suggestion is called in the log. */
export const entityOf = ({ id, number, title }: Pick<Suggestion, 'id' | 'number' | 'title'>) => ({
  kind: 'suggestion',
  id,
  label: `${number} ${title}`,
});
