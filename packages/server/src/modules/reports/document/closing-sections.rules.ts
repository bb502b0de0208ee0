import type { Figure } from '@zhiheng/contract/evaluation/scores';
import type { ReportSection, ReportSource, ReportTable } from '@zhiheng/contract/reports/report-document';
import type { LocalText } from '@zhiheng/contract/values/text';
import { againstTarget, alpha } from './changes.rules.ts';
import { numberColumn, textColumn } from './columns.rules.ts';
import type { Evidence } from './evidence.ts';
import { say, sourceOf } from './frame.rules.ts';
import { listText, numberText, periodText, timeText } from './written.rules.ts';

/** What the next period has to look at: targets surely missed, and work that is due. */
export function outlookSection({ frame, compared, improvements }: Evidence): ReportSection {
  const missed = compared.map(({ now }) => now).filter((figure) => againstTarget(figure) === 'missed');
  const source = sourceOf(frame, { path: '/api/v1/scores', page: '/app/scorecards', n: compared.length });
  const running = improvements.filter(({ state }) => state === 'running' || state === 'verifying');
  const late = running.reduce((sum, project) => sum + project.late, 0);
  const actions = sourceOf(frame, { path: '/api/v1/projects', page: '/app/projects', n: running.length, query: {} });
  const work = {
    zh: `在办改进项目 ${running.length} 个，逾期措施 ${late} 项。`,
    en: `${running.length} improvement projects are under way; ${late} of their actions are late.`,
  };
  const limits = {
    zh: '本报告不作预测：数字只说明已经测到的情况。',
    en: 'This report forecasts nothing: its numbers say what was measured.',
  };
  const sentences = [say(gapText(missed), source, missed.length === 0 ? 'good' : 'bad'), say(work, actions), say(limits, source, 'note')];
  const words = { zh: '展望', en: 'Outlook' };
  const frameOf = { key: 'outlook', chapter: words, title: { zh: '下期展望', en: 'Outlook' } };
  return { ...frameOf, sentences, blocks: missed.length === 0 ? [] : [gapTable(missed, source)] };
}

const named = 8;

function gapText(missed: readonly Figure[]): LocalText {
  if (missed.length === 0) return { zh: '没有指标的整个区间落在目标之外。', en: 'No indicator has its whole interval beyond its target.' };
  const names = listText(missed.slice(0, named).map(({ name }) => name));
  const rest = missed.length - named;
  return {
    zh: `下期重点：${names.zh}${rest > 0 ? `等 ${missed.length} 项` : ''}，其整个 95% 区间都在目标之外。`,
    en: `To look at next: ${names.en}${rest > 0 ? ` and ${rest} more` : ''}; their whole 95% interval is beyond the target.`,
  };
}

function gapTable(missed: readonly Figure[], source: ReportSource): ReportTable {
  const number = (zh: string, en: string) => numberColumn({ zh, en }, { unit: '1', decimals: 2 });
  return {
    ...{ kind: 'table', detail: false, title: { zh: '与目标的差距', en: 'Gaps to targets' }, source },
    columns: [textColumn('指标', 'Indicator'), number('本期', 'Now'), number('目标', 'Target'), number('差距', 'Gap')],
    rows: missed.map(({ name, value, target }) => [name, value, target, value === null || target === null ? null : value - target]),
  };
}

/** How the numbers were made, so that nobody has to ask. */
export function methodSection({ frame, board, changes }: Evidence): ReportSection {
  const source = sourceOf(frame, { path: '/api/v1/board', page: '/app/board', n: board.scope.observations });
  const at = timeText(frame.asOf, frame.zone);
  const lines = [
    {
      zh: `全部数字取自 ${at} 同一时刻，与平台页面和接口上的数字相同。`,
      en: `All numbers were read at one moment, ${at}; they are those of the pages and the API.`,
    },
    {
      zh: '区间为 95% 区间；低于最小样本量的数字照列，不作判断。',
      en: 'Intervals are 95% intervals; numbers below the minimum sample are shown and not judged.',
    },
    {
      zh: `只叙述显著的变化：由两期区间还原差的标准误作双侧检验，${changes.size} 项比较一并按 Holm 校正，α = ${numberText(alpha, 2)}。`,
      en: `Only significant changes are told: two-sided tests, with the standard error of the difference recovered from both intervals, ${changes.size} comparisons corrected together after Holm, α = ${numberText(alpha, 2)}.`,
    },
    {
      zh: '每句话和每个数字的查询、n、检验和取数时刻列在演讲者备注、PDF 脚注和工作簿的“来源”页。',
      en: 'The query, n, test and moment of each sentence and number stand in the speaker notes, the notes of the PDF and the sheet "Sources".',
    },
  ];
  return {
    ...{ key: 'method', chapter: null, title: { zh: '口径与方法', en: 'How this was made' }, blocks: [] },
    sentences: lines.map((line) => say(line, source, 'note')),
  };
}

/** A period in which nothing was measured is told as that. */
export function emptySection({ frame, board }: Evidence): ReportSection {
  const period = periodText(frame.period.key);
  const source = sourceOf(frame, { path: '/api/v1/board', page: '/app/board', n: 0 });
  const [last] = board.periods;
  const known =
    last === undefined
      ? { zh: '平台里还没有任何观测数据。请先导入或填报数据。', en: 'There are no observations at all yet. Import or enter data first.' }
      : { zh: `最近有数据的月份是 ${periodText(last).zh}。`, en: `The latest month with data is ${periodText(last).en}.` };
  return {
    key: 'empty',
    chapter: null,
    title: { zh: '本期没有数据', en: 'No data in this period' },
    sentences: [
      say(
        {
          zh: `${period.zh}在所选范围内没有任何数据，因此本报告没有数字，也不作任何判断。`,
          en: `There is no data in ${period.en} within the chosen scope, so this report has no numbers and judges nothing.`,
        },
        source,
        'note',
      ),
      say(known, source, 'note'),
    ],
    blocks: [],
  };
}
