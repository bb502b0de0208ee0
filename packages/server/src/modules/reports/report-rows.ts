import { sql } from 'kysely';
import type { Report, ReportOrder, ReportRow } from '@zhiheng/contract/reports/reports';
import type { ReportDocument } from '@zhiheng/contract/reports/report-document';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import type { EventDraft } from '../../platform/record-event.ts';
import { titleOf } from './document/build-document.rules.ts';

type Reader = Pick<Operation, 'db' | 'orgId'>;

interface Row extends Pick<
  Report,
  'id' | 'kind' | 'period' | 'state' | 'progress' | 'failure' | 'empty' | 'files' | 'mailed' | 'scheduleId' | 'createdBy'
> {
  readonly order: ReportOrder;
  readonly document: ReportDocument | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

interface Which {
  readonly id?: string;
  readonly kind?: string | undefined;
  /** older than the one with this id: ids sort by time of making */
  readonly before?: string | undefined;
  readonly most: number;
  readonly withDocument: boolean;
}

/** Reports, newest first. */
export async function readReports({ db, orgId }: Reader, { id, kind, before, most, withDocument }: Which): Promise<Report[]> {
  const { rows } = await sql<Row>`
    select r.id, r.kind, r.period, r."order", r.state, r.progress, r.failure, (r.document ->> 'empty')::boolean as empty,
      ${withDocument ? sql`r.document` : sql`null::jsonb as document`}, r.mailed, r.schedule_id as "scheduleId",
      coalesce(p.name, k.name) as "createdBy", r.created_at as "createdAt", r.finished_at as "finishedAt",
      coalesce(f.files, '[]'::jsonb) as files
    from report r
    left join account p on p.org_id = ${orgId} and p.id = r.created_by
    left join api_key k on k.org_id = ${orgId} and k.id = r.created_by
    left join lateral (
      select jsonb_agg(jsonb_build_object('format', x.format, 'name', y.name, 'size', y.size, 'sha256', y.sha256) order by x.format) as files
      from report_file x join file y on y.org_id = ${orgId} and y.id = x.file_id where x.org_id = ${orgId} and x.report_id = r.id) f on true
    where r.org_id = ${orgId} ${id === undefined ? sql`` : sql`and r.id = ${id}`} ${before === undefined ? sql`` : sql`and r.id < ${before}`}
      ${kind === undefined ? sql`` : sql`and r.kind = ${kind}`}
    order by r.id desc limit ${most}`.execute(db);
  return rows.map(toldOf);
}

export async function readReport(reader: Reader, id: string): Promise<Report> {
  const [found] = await readReports(reader, { id, most: 1, withDocument: true });
  if (found === undefined) throw notFound('report');
  return found;
}

export function rowOf({ document: _document, ...row }: Report): ReportRow {
  return row;
}

const toldOf = ({ order, createdAt, finishedAt, ...row }: Row): Report => ({
  ...order,
  ...row,
  title: titleOf(row.kind, row.period),
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});

export const entityOf = ({ id, kind, period }: Pick<Report, 'id' | 'kind' | 'period'>): EventDraft['entity'] => ({
  kind: 'report',
  id,
  label: titleOf(kind, period).zh,
});
