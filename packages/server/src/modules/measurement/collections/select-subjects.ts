import { sql } from 'kysely';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Operation } from '../../../platform/operation.ts';

/** A subject with the codes of its parts, as rows on their way in name them. */
export interface SheetSubject {
  readonly id: string;
  readonly service: string | null;
  readonly team: string | null;
  readonly site: string | null;
  readonly segment: string | null;
  readonly names: readonly LocalText[];
}

const whole: LocalText = { zh: '整个组织', en: 'Whole organisation' };

/** Subjects in the order of `ids`. */
export async function selectSubjects({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, ids: readonly string[]): Promise<SheetSubject[]> {
  const { rows } = await sql<SheetSubject>`
    select s.id, sv.code as service, t.code as team, si.code as site, sg.code as segment,
      array_to_json(array_remove(array[sv.name, si.name, t.name, sg.name], null)) as names
    from subject s
    left join service sv on sv.org_id = ${orgId} and sv.id = s.service_id
    left join team t on t.org_id = ${orgId} and t.id = s.team_id
    left join site si on si.org_id = ${orgId} and si.id = s.site_id
    left join segment sg on sg.org_id = ${orgId} and sg.id = s.segment_id
    where s.org_id = ${orgId} and s.id = any(${ids}::uuid[])
    order by array_position(${ids}::uuid[], s.id)`.execute(db);
  return rows;
}

/** @example `朝阳二厅 · 宽带安装` */
export function subjectName({ names }: SheetSubject): LocalText {
  if (names.length === 0) return whole;
  return { zh: names.map(({ zh }) => zh).join(' · '), en: names.map(({ en }) => en).join(' · ') };
}
