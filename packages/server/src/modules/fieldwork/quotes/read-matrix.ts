import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { CodeMatrix, getCodeMatrix as endpoint } from '@zhiheng/contract/fieldwork/codes';
import type { Call } from '../../../platform/operation.ts';
import { readCodes } from '../codes/code-rows.ts';
import { findStudy } from '../studies/read-study.ts';

type Session = CodeMatrix['sessions'][number];

/** Sessions with notes or quotes against the codes of their study. */
export async function readMatrix(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<CodeMatrix> {
  await findStudy(call, params.id);
  const { db, orgId } = call;
  const { rows: sessions } = await sql<Omit<Session, 'startsAt'> & { readonly startsAt: Date }>`
    select e.id, e.number, e.starts_at as "startsAt", e.place, t.name as "siteName"
    from field_session e left join site t on t.org_id = ${orgId} and t.id = e.site_id
    where e.org_id = ${orgId} and e.study_id = ${params.id} and e.deleted_at is null
      and (e.notes <> '' or exists (select from field_quote q where q.org_id = ${orgId} and q.session_id = e.id))
    order by e.number`.execute(db);
  const { rows: cells } = await sql<CodeMatrix['cells'][number]>`
    select x.code_id as "codeId", q.session_id as "sessionId", count(*)::int4 as quotes
    from field_quote_code x join field_quote q on q.org_id = ${orgId} and q.id = x.quote_id
    join field_session e on e.org_id = ${orgId} and e.id = q.session_id and e.deleted_at is null
    where x.org_id = ${orgId} and e.study_id = ${params.id} group by 1, 2`.execute(db);
  const codes = (await readCodes(call, params.id)).map(({ id, parentId, name }) => ({ id, parentId, name }));
  return { codes, sessions: sessions.map((row) => ({ ...row, startsAt: row.startsAt.toISOString() })), cells };
}
