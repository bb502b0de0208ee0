import type { ReportSection, ReportTable } from '@zhiheng/contract/reports/report-document';
import { countColumn, numberColumn, textColumn } from './columns.rules.ts';
import type { Evidence } from './evidence.ts';
import { say, sourceOf } from './frame.rules.ts';

/** How the objectives stand in their present windows. */
export function objectiveSections({ frame, objectives }: Evidence): ReportSection[] {
  const judged = objectives.flatMap(({ name, definition, status }) =>
    status?.kind === 'measured' && definition !== null ? [{ name, definition, status }] : [],
  );
  if (judged.length === 0) return [];
  const source = sourceOf(frame, { path: '/api/v1/objectives', page: '/app/objectives', n: judged.length, query: {} });
  const missed = judged.filter(({ status }) => !status.met).length;
  const title = { zh: '服务目标与错误预算', en: 'Objectives and their budgets' };
  const met = judged.length - missed;
  const text = {
    zh: `${judged.length} 项目标有数据，${missed === 0 ? '全部' : `${met} 项`}在各自当前窗口内达成。`,
    en: `${judged.length} objectives are measured; ${missed === 0 ? 'all' : String(met)} are met in their present windows.`,
  };
  const percent = (zh: string, en: string, decimals: number) => numberColumn({ zh, en }, { unit: '%', decimals });
  const table: ReportTable = {
    ...{ kind: 'table', detail: false, title, source },
    columns: [
      ...[textColumn('目标', 'Objective'), percent('承诺', 'Promised', 2), percent('达成', 'Reached', 3)],
      ...[percent('剩余预算', 'Budget left', 1), countColumn('n', 'n')],
    ],
    rows: judged.map(({ name, definition, status: { attainment, budget, n } }) => [
      ...[name, definition.target * 100, attainment * 100, budget.leftShare * 100, n],
    ]),
  };
  return [{ key: 'objectives', chapter: null, title, sentences: [say(text, source, missed === 0 ? 'good' : 'bad')], blocks: [table] }];
}
