import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type {
  createFieldCode as createEndpoint,
  FieldCode,
  listFieldCodes as listEndpoint,
  updateFieldCode as updateEndpoint,
} from '@zhiheng/contract/fieldwork/codes';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { conflict, invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { findStudy, lockStudy } from '../studies/read-study.ts';
import { codeOf, entityOf, lockCode, lockCodeVersion, readCodes } from './code-rows.ts';

const mostCodes = 300;

export async function listCodes(call: Call, { params }: Pick<Parsed<typeof listEndpoint>, 'params'>): Promise<Reply<typeof listEndpoint>> {
  await findStudy(call, params.id);
  return { items: await readCodes(call, params.id) };
}

export async function createCode(call: Call, { params, body }: Pick<Parsed<typeof createEndpoint>, 'params' | 'body'>): Promise<FieldCode> {
  const study = await lockStudy(call, params.id);
  const codes = await readCodes(call, study.id);
  if (codes.length >= mostCodes) throw conflict('field_codes_full', { most: mostCodes });
  const { parentId = null, meaning = { zh: '', en: '' }, position = codes.length, name } = body;
  checkParent(codes, null, parentId);
  const id = newId();
  await sql`
    insert into field_code (org_id, id, study_id, parent_id, name, meaning, position)
    values (${call.orgId}, ${id}, ${study.id}, ${parentId}::uuid, ${JSON.stringify(name)}::jsonb, ${JSON.stringify(meaning)}::jsonb, ${position})`.execute(
    call.db,
  );
  await recordEvent(call, { type: 'fieldwork.code-created', entity: entityOf({ id, name }), data: { studyId: study.id, parentId } });
  return codeOf(await lockCode(call, id));
}

export async function updateCode(call: Call, { params, body }: Pick<Parsed<typeof updateEndpoint>, 'params' | 'body'>): Promise<FieldCode> {
  const before = await lockCodeVersion(call, params.id, body.version);
  const { version: _version, ...given } = body;
  const after = { ...before, ...givenFields(given) };
  const changes = changesBetween<typeof given>(before, given);
  if (Object.keys(changes).length === 0) return codeOf(before);
  // The study is held, so that two moves together make no third level.
  await lockStudy(call, before.studyId);
  checkParent(await readCodes(call, before.studyId), before.id, after.parentId);
  await sql`
    update field_code set parent_id = ${after.parentId}::uuid, name = ${JSON.stringify(after.name)}::jsonb, meaning = ${JSON.stringify(after.meaning)}::jsonb,
      position = ${after.position}, version = version + 1
    where org_id = ${call.orgId} and id = ${params.id}`.execute(call.db);
  await recordEvent(call, { type: 'fieldwork.code-changed', entity: entityOf(after), data: changes });
  return codeOf(await lockCode(call, params.id));
}

/** Two levels: what stands below another has none below itself. */
function checkParent(codes: readonly FieldCode[], id: string | null, parentId: string | null): void {
  if (parentId === null) return;
  const parent = codes.find((code) => code.id === parentId);
  if (parent === undefined) throw invalidField('parentId', 'unknown_code');
  const hasBelow = id !== null && codes.some((code) => code.parentId === id);
  if (parent.parentId !== null || parentId === id || hasBelow) throw invalidField('parentId', 'two_levels');
}
