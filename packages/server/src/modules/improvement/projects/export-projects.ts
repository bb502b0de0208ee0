import { sql } from 'kysely';
import type { exportProjects as endpoint } from '@zhiheng/contract/improvement/projects';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { csvLine } from '../../../platform/table-files/csv-text.rules.ts';
import { selectProjects } from './list-projects.ts';
import { projectRowOf } from './project-rows.ts';

const heads = {
  zh: ['编号', '名称', '模板', '状态', '结论', '负责人', '开始', '截止', '逾期', '行动数', '已完成', '逾期行动', '进度'],
  en: [
    'Number',
    'Title',
    'Template',
    'State',
    'Outcome',
    'Owner',
    'Start',
    'Due',
    'Overdue',
    'Actions',
    'Done',
    'Overdue actions',
    'Progress',
  ],
} as const;
const yesNo = { zh: ['是', '否'], en: ['yes', 'no'] } as const;

/** The projects of a filter, codes as the API has them. */
export async function exportProjects(call: Call, { query }: Pick<Parsed<typeof endpoint>, 'query'>): Promise<Reply<typeof endpoint>> {
  const { locale, ...filter } = query;
  const rows = (await selectProjects(call, filter, sql`order by p.number`)).map(projectRowOf);
  const [yes, no] = yesNo[locale];
  const lines = rows.map(({ number, title, template, state, outcome, owner, startOn, dueOn, overdue, progress }) =>
    csvLine([
      ...[number, title, template, state, outcome, owner, startOn, dueOn, overdue ? yes : no],
      ...[progress.actions, progress.done, progress.overdue, progress.share === null ? null : Number(progress.share.toFixed(4))],
    ]),
  );
  await recordEvent(call, { type: 'projects.exported', entity: { kind: 'organisation', id: call.orgId }, data: { projects: rows.length } });
  // The mark at the beginning tells spreadsheets that the text is UTF-8.
  return { text: `\uFEFF${csvLine(heads[locale])}${lines.join('')}`, projects: rows.length };
}
