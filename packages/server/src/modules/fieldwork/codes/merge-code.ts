import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { deleteFieldCode as deleteEndpoint, mergeFieldCode as mergeEndpoint } from '@zhiheng/contract/fieldwork/codes';
import { conflict, invalidField } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { lockStudy } from '../studies/read-study.ts';
import { entityOf, lockCode, lockCodeVersion, readCodes } from './code-rows.ts';

type Merging = Pick<Parsed<typeof mergeEndpoint>, 'params' | 'body'>;

/** Quotes that have both codes have the one that stays. What stands below goes there too, as far as two levels allow. */
export async function mergeCode(call: Call, { params, body }: Merging): Promise<Reply<typeof mergeEndpoint>> {
  const code = await lockCodeVersion(call, params.id, body.version);
  await lockStudy(call, code.studyId);
  const codes = await readCodes(call, code.studyId);
  const into = codes.find(({ id }) => id === body.into);
  if (into === undefined || into.id === code.id) throw invalidField('into', 'unknown_code');
  const below = codes.filter(({ parentId }) => parentId === code.id);
  if (below.some(({ id }) => id !== into.id) && into.parentId !== null) throw invalidField('into', 'two_levels');
  const { db, orgId } = call;
  await sql`
    insert into field_quote_code (org_id, quote_id, code_id)
    select org_id, quote_id, ${into.id}::uuid from field_quote_code where org_id = ${orgId} and code_id = ${code.id}
    on conflict do nothing`.execute(db);
  await sql`delete from field_quote_code where org_id = ${orgId} and code_id = ${code.id}`.execute(db);
  await sql`
    update field_code set parent_id = nullif(${into.id}::uuid, id), version = version + 1
    where org_id = ${orgId} and parent_id = ${code.id}`.execute(db);
  await sql`delete from field_code where org_id = ${orgId} and id = ${code.id}`.execute(db);
  const data = { into: into.id, intoName: into.name, quotes: code.quotes };
  await recordEvent(call, { type: 'fieldwork.code-merged', entity: entityOf(code), data });
  return { items: await readCodes(call, code.studyId) };
}

export async function deleteCode(call: Call, { params }: Pick<Parsed<typeof deleteEndpoint>, 'params'>): Promise<{ ok: true }> {
  const code = await lockCode(call, params.id);
  await lockStudy(call, code.studyId);
  const codes = await readCodes(call, code.studyId);
  if ((codes.find(({ id }) => id === code.id)?.quotes ?? 0) > 0) throw conflict('field_code_in_use', { quotes: code.quotes });
  if (codes.some(({ parentId }) => parentId === code.id)) throw conflict('field_code_has_below');
  await sql`delete from field_code where org_id = ${call.orgId} and id = ${code.id}`.execute(call.db);
  await recordEvent(call, { type: 'fieldwork.code-deleted', entity: entityOf(code) });
  return { ok: true };
}
