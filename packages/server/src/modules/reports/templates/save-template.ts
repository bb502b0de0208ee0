import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type * as api from '@zhiheng/contract/reports/templates';
import type { ReportTemplate } from '@zhiheng/contract/reports/templates';
import { changedMeanwhile, conflict, invalid, invalidField, notFound } from '../../../platform/errors.ts';
import { cleanName } from '../../../platform/files/clean-name.ts';
import { downloadHeaders } from '../../../platform/files/download-headers.ts';
import { readUpload } from '../../../platform/files/read-upload.ts';
import { deleteStoredFile, readStoredFile, writeStoredFile } from '../../../platform/files/stored-file.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { contrastOnWhite, leastContrast } from '../files/look.rules.ts';
import { pictureOf } from './picture.rules.ts';
import { entityOf, readTemplate, selectTemplates, templateOf } from './template-rows.ts';

type Fields = Parsed<typeof api.createReportTemplate>['body'];

/** A logo stands on each page of a deck: so much is enough for print. */
const mostLogoBytes = 2 * 1024 * 1024;

export async function listTemplates(operation: Operation): Promise<{ items: ReportTemplate[] }> {
  return { items: (await selectTemplates(operation, null)).map(templateOf) };
}

export async function createTemplate(operation: Operation, { body }: { readonly body: Fields }): Promise<ReportTemplate> {
  requireReadable(body);
  const { db, orgId } = operation;
  const id = newId();
  await sql`
    insert into report_template (org_id, id, name, primary_colour, accent_colour, footer)
    values (${orgId}, ${id}, ${body.name}, ${body.primary}, ${body.accent}, ${body.footer})`.execute(db);
  await recordEvent(operation, { type: 'report-template.created', entity: entityOf({ id, name: body.name }), data: { ...body } });
  return readTemplate(operation, id);
}

export async function updateTemplate(
  operation: Operation,
  { params, body }: Pick<Parsed<typeof api.updateReportTemplate>, 'params' | 'body'>,
): Promise<ReportTemplate> {
  requireReadable(body);
  const { db, orgId } = operation;
  await readTemplate(operation, params.id);
  const { numAffectedRows } = await sql`
    update report_template set name = ${body.name}, primary_colour = ${body.primary}, accent_colour = ${body.accent}, footer = ${body.footer},
      version = version + 1 where org_id = ${orgId} and id = ${params.id} and version = ${body.version}`.execute(db);
  if (numAffectedRows === 0n) throw changedMeanwhile();
  await recordEvent(operation, {
    type: 'report-template.changed',
    entity: entityOf({ id: params.id, name: body.name }),
    data: { ...body },
  });
  return readTemplate(operation, params.id);
}

/** Colours of words and lines on white paper. */
function requireReadable({ primary, accent }: Pick<Fields, 'primary' | 'accent'>): void {
  const faults = Object.entries({ primary, accent }).flatMap(([path, colour]) => {
    const contrast = contrastOnWhite(colour);
    return contrast >= leastContrast
      ? []
      : [{ path, code: 'colour_too_light', params: { have: Number(contrast.toFixed(1)), least: leastContrast } }];
  });
  if (faults.length > 0) throw invalid(faults);
}

export async function setLogo(call: Call, { params }: { readonly params: { readonly id: string } }): Promise<ReportTemplate> {
  const [template] = await selectTemplates(call, params.id);
  if (template === undefined) throw notFound('report_template');
  const { name, bytes } = await readUpload(call.request);
  if (bytes.length > mostLogoBytes) throw invalidField('file', 'logo_too_large', { most: mostLogoBytes });
  const picture = pictureOf(bytes);
  if (picture === null) throw invalidField('file', 'logo_is_no_picture');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const fileId = await writeStoredFile(call, { name: cleanName(name), bytes, sha256 });
  await sql`
    update report_template set logo_file_id = ${fileId}, logo_type = ${picture.mediaType}, logo_width = ${picture.width}, logo_height = ${picture.height},
      version = version + 1 where org_id = ${call.orgId} and id = ${params.id}`.execute(call.db);
  if (template.logoFileId !== null) await deleteStoredFile(call, template.logoFileId);
  await recordEvent(call, { type: 'report-template.changed', entity: entityOf(template), data: { logo: { sha256, ...picture } } });
  return readTemplate(call, params.id);
}

export async function downloadLogo(call: Call, { params }: { readonly params: { readonly id: string } }): Promise<Buffer> {
  const [template] = await selectTemplates(call, params.id);
  if (template === undefined || template.logoFileId === null || template.logoType === null) throw notFound('report_logo');
  const { name, bytes } = await readStoredFile(call, template.logoFileId);
  call.reply.headers(downloadHeaders(name, template.logoType));
  return bytes;
}

export async function deleteTemplate(
  operation: Operation,
  { params }: { readonly params: { readonly id: string } },
): Promise<{ ok: true }> {
  const { db, orgId } = operation;
  const [template] = await selectTemplates(operation, params.id);
  if (template === undefined) throw notFound('report_template');
  const { rows } = await sql`select 1 from report_schedule where org_id = ${orgId} and template_id = ${params.id}`.execute(db);
  if (rows.length > 0) throw conflict('report_template_in_use');
  await sql`delete from report_template where org_id = ${orgId} and id = ${params.id}`.execute(db);
  if (template.logoFileId !== null) await deleteStoredFile(operation, template.logoFileId);
  await recordEvent(operation, { type: 'report-template.deleted', entity: entityOf(template) });
  return { ok: true };
}
