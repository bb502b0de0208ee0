import { sql } from 'kysely';
import type { ReportTemplate } from '@zhiheng/contract/reports/templates';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

type Reader = Pick<Operation, 'db' | 'orgId'>;
type Row = Omit<ReportTemplate, 'logo'> & {
  readonly logoFileId: string | null;
  readonly logoType: 'image/png' | 'image/jpeg' | null;
  readonly logoWidth: number | null;
  readonly logoHeight: number | null;
};

export async function selectTemplates({ db, orgId }: Reader, id: string | null): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select id, name, primary_colour as primary, accent_colour as accent, footer, version, logo_file_id as "logoFileId", logo_type as "logoType",
      logo_width as "logoWidth", logo_height as "logoHeight"
    from report_template where org_id = ${orgId} ${id === null ? sql`` : sql`and id = ${id}`} order by name, id`.execute(db);
  return rows;
}

export async function readTemplate(reader: Reader, id: string): Promise<ReportTemplate> {
  const [row] = await selectTemplates(reader, id);
  if (row === undefined) throw notFound('report_template');
  return templateOf(row);
}

export function templateOf({ logoFileId: _file, logoType, logoWidth, logoHeight, ...row }: Row): ReportTemplate {
  const logo =
    logoType === null || logoWidth === null || logoHeight === null ? null : { mediaType: logoType, width: logoWidth, height: logoHeight };
  return { ...row, logo };
}

export const entityOf = ({ id, name }: Pick<ReportTemplate, 'id' | 'name'>) => ({ kind: 'report-template', id, label: name });
