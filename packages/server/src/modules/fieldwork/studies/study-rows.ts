import { sql, type RawBuilder } from 'kysely';
import type { Form } from '@zhiheng/forms/definition';
import type { FieldStudy, FieldStudyRow } from '@zhiheng/contract/fieldwork/studies';
import type { Operation } from '../../../platform/operation.ts';

/** A row of studies as it is read. */
export interface StudyRecord extends Omit<FieldStudyRow, 'updatedAt'> {
  readonly updatedAt: Date;
}

/** A study with everything that its page shows but the versions of its guide. */
export type WholeStudy = StudyRecord &
  Pick<FieldStudy, 'purpose' | 'previousId' | 'previousName' | 'version'> & { readonly form: Form; readonly demo: boolean };

/** Columns of `s` as a list shows them. */
export const rowColumns: RawBuilder<unknown> = sql`
  s.id, s.code, s.name, s.kind, s.state, s.service_id as "serviceId", v.name as "serviceName", s.from_day::text as "from", s.until_day::text as until,
  s.wanted, s.raters, s.published, s.changed, s.updated_at as "updatedAt", n.sessions`;

/** Studies `s` that are not in the trash, with their sessions counted. */
export const fromStudies = ({ orgId }: Pick<Operation, 'orgId'>): RawBuilder<unknown> => sql`
  from field_study s left join service v on v.org_id = ${orgId} and v.id = s.service_id
  cross join lateral (
    select jsonb_build_object('planned', count(*) filter (where e.state = 'planned'), 'held', count(*) filter (where e.state = 'held'),
      'cancelled', count(*) filter (where e.state = 'cancelled')) as sessions
    from field_session e where e.org_id = ${orgId} and e.study_id = s.id and e.deleted_at is null
  ) n
  where s.org_id = ${orgId} and s.deleted_at is null`;

export const studyRowOf = <R extends StudyRecord>({ updatedAt, ...row }: R) => ({ ...row, updatedAt: updatedAt.toISOString() });

/** What a study is called in the log. */
export const entityOf = ({ id, name }: Pick<FieldStudy, 'id' | 'name'>) => ({ kind: 'field-study', id, label: name.zh });
