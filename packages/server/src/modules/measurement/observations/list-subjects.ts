import { sql } from 'kysely';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Operation } from '../../../platform/operation.ts';

interface SubjectRow {
  readonly id: string;
  readonly serviceId: string | null;
  readonly teamId: string | null;
  readonly siteId: string | null;
  readonly segmentId: string | null;
  readonly name: {
    readonly service: LocalText | null;
    readonly team: LocalText | null;
    readonly site: LocalText | null;
    readonly segment: LocalText | null;
  };
}

export async function listSubjects({ db, orgId }: Operation): Promise<{ items: SubjectRow[] }> {
  const { rows } = await sql<SubjectRow>`
    select s.id, s.service_id as "serviceId", s.team_id as "teamId", s.site_id as "siteId", s.segment_id as "segmentId",
      jsonb_build_object('service', sv.name, 'team', t.name, 'site', si.name, 'segment', sg.name) as name
    from subject s
    left join service sv on sv.org_id = ${orgId} and sv.id = s.service_id
    left join team t on t.org_id = ${orgId} and t.id = s.team_id
    left join site si on si.org_id = ${orgId} and si.id = s.site_id
    left join segment sg on sg.org_id = ${orgId} and sg.id = s.segment_id
    where s.org_id = ${orgId}
    order by sv.code nulls first, t.code nulls first, si.code nulls first, sg.code nulls first, s.id`.execute(db);
  return { items: rows };
}
