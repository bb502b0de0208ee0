import { sql } from 'kysely';
import type { ReportFormat } from '@zhiheng/contract/reports/report-kind';
import type { ReportOrder } from '@zhiheng/contract/reports/reports';
import type { LocalText, Locale } from '@zhiheng/contract/values/text';
import type { Operation } from '../../platform/operation.ts';
import { queueMail } from '../mail/index.ts';
import { mediaTypes } from './files/write-file.ts';

interface Made {
  readonly id: string;
  readonly order: ReportOrder;
}
interface Sent {
  readonly title: LocalText;
  readonly publicUrl: string | null;
}

const words = {
  zh: { attached: '报告见附件。', link: '登录后查看和下载：', none: '请登录平台，在“报告”中查看和下载。' },
  en: {
    attached: 'The report is attached.',
    link: 'Sign in to read and download it: ',
    none: 'Sign in to the platform and open "Reports" to read and download it.',
  },
} as const satisfies Record<Locale, Record<string, string>>;

/** Puts one mail per recipient into the outbox, with the files or with a link behind the sign-in. Null when nobody is to get it. */
export async function mailReport(operation: Operation, { id, order }: Made, { title, publicUrl }: Sent): Promise<'queued' | 'off' | null> {
  const recipients = [...new Set(order.recipients.map((address) => address.toLowerCase()))];
  if (recipients.length === 0) return null;
  const isAttached = order.delivery === 'attachment';
  const files = isAttached ? await filesOf(operation, id) : [];
  const { language } = order;
  const subject = title[language];
  const lines = [subject, ...(isAttached ? [words[language].attached] : []), linkText(id, language, publicUrl)];
  let mailed: 'queued' | 'off' = 'queued';
  for (const to of recipients) {
    const queued = await queueMail(operation, { to, subject, text: lines.join('\n\n'), key: `report:${id}:${to}`, language, files });
    if (!queued) mailed = 'off';
  }
  return mailed;
}

const linkText = (id: string, language: Locale, publicUrl: string | null): string =>
  publicUrl === null ? words[language].none : `${words[language].link}${publicUrl.replace(/\/+$/, '')}/app/reports/${id}`;

async function filesOf({ db, orgId }: Operation, id: string): Promise<{ fileId: string; mediaType: string }[]> {
  const { rows } = await sql<{ fileId: string; format: ReportFormat }>`
    select file_id as "fileId", format from report_file where org_id = ${orgId} and report_id = ${id} order by format`.execute(db);
  return rows.map(({ fileId, format }) => ({ fileId, mediaType: mediaTypes[format] }));
}
