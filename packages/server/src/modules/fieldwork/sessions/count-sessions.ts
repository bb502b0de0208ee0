import { sql } from 'kysely';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Operation } from '../../../platform/operation.ts';

/** How far a study has come. */
interface StudyProgress {
  readonly studyId: string;
  readonly name: LocalText;
  readonly held: number;
  readonly planned: number;
  readonly wanted: number | null;
}

/** How many sessions of studies are held and planned, in the order in which they are asked for. Studies in the trash are left out. */
export async function countSessions({ db, orgId }: Operation, studyIds: readonly string[]): Promise<StudyProgress[]> {
  const { rows } = await sql<StudyProgress>`
    select s.id as "studyId", s.name, s.wanted, count(e.id) filter (where e.state = 'held')::int4 as held,
      count(e.id) filter (where e.state = 'planned')::int4 as planned
    from unnest(${[...studyIds]}::uuid[]) with ordinality as w (id, place)
    join field_study s on s.org_id = ${orgId} and s.id = w.id and s.deleted_at is null
    left join field_session e on e.org_id = ${orgId} and e.study_id = s.id and e.deleted_at is null
    group by s.id, s.name, s.wanted order by min(w.place)`.execute(db);
  return rows;
}
