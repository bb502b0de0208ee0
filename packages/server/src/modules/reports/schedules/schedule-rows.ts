import { sql } from 'kysely';
import type { ReportOrder } from '@zhiheng/contract/reports/reports';
import type { ReportSchedule } from '@zhiheng/contract/reports/schedules';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly order: ReportOrder;
  readonly day: number;
  readonly hour: number;
  readonly nextAt: Date | null;
  readonly lastReportId: string | null;
  readonly version: number;
}

export async function readSchedules({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, id: string | null): Promise<ReportSchedule[]> {
  const { rows } = await sql<Row>`
    select s.id, s.name, s."order", s.day, s.hour, s.next_at as "nextAt", s.version,
      (select r.id from report r where r.org_id = ${orgId} and r.schedule_id = s.id order by r.id desc limit 1) as "lastReportId"
    from report_schedule s where s.org_id = ${orgId} ${id === null ? sql`` : sql`and s.id = ${id}`} order by s.name, s.id`.execute(db);
  return rows.map(({ order, nextAt, ...row }) => ({ ...order, ...row, nextAt: nextAt?.toISOString() ?? null, active: nextAt !== null }));
}

export async function readSchedule(reader: Pick<Operation, 'db' | 'orgId'>, id: string): Promise<ReportSchedule> {
  const [found] = await readSchedules(reader, id);
  if (found === undefined) throw notFound('report_schedule');
  return found;
}

export async function zoneOf({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<string> {
  const { rows } = await sql<{ zone: string }>`select time_zone as zone from organisation where org_id = ${orgId}`.execute(db);
  return rows[0]?.zone ?? 'UTC';
}

export const entityOf = ({ id, name }: Pick<ReportSchedule, 'id' | 'name'>) => ({ kind: 'report-schedule', id, label: name });
