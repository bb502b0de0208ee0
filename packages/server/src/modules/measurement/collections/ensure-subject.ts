import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { ensureSubject as endpoint } from '@zhiheng/contract/measurement/observations';
import { invalid } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { ensureSubjects, subjectKey } from '../resolve-subjects.ts';
import { unitParts } from '../incoming-rows.ts';

type Body = Parsed<typeof endpoint>['body'];

/** The subject of a combination of units, made when nothing was measured for it yet. */
export async function ensureSubject(operation: Operation, { body }: { body: Body }): Promise<Reply<typeof endpoint>> {
  await checkUnits(operation, body);
  const parts = { service: body.serviceId ?? null, team: body.teamId ?? null, site: body.siteId ?? null, segment: body.segmentId ?? null };
  const key = subjectKey(parts);
  const id = (await ensureSubjects(operation, new Map([[key, parts]]))).get(key);
  if (id === undefined) throw new Error('a subject was not made');
  return { id };
}

async function checkUnits({ db, orgId }: Operation, body: Body): Promise<void> {
  const errors: { path: string; code: string }[] = [];
  for (const part of unitParts) {
    const id = body[`${part}Id`];
    if (id === undefined) continue;
    const unit = await db
      .selectFrom(part)
      .select('id')
      .where('org_id', '=', orgId)
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (unit === undefined) errors.push({ path: `${part}Id`, code: `unknown_${part}` });
  }
  if (errors.length > 0) throw invalid(errors);
}
