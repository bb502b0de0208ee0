import type { ProjectOutcome, ProjectState } from '@zhiheng/contract/improvement/project-kind';
import type { FindingState } from '@zhiheng/contract/findings/finding-kind';
import type { ReportSection } from '@zhiheng/contract/reports/report-document';
import type { LocalText } from '@zhiheng/contract/values/text';
import { dayOf } from '../../evaluation/index.ts';
import { countColumn, textColumn } from './columns.rules.ts';
import type { Evidence } from './evidence.ts';
import { say, sourceOf } from './frame.rules.ts';

const findingStates: Readonly<Record<FindingState, LocalText>> = {
  open: { zh: '待处理', en: 'open' },
  analysing: { zh: '分析中', en: 'being analysed' },
  improving: { zh: '改进中', en: 'being improved' },
  verifying: { zh: '验证中', en: 'being verified' },
  closed: { zh: '已关闭', en: 'closed' },
  dismissed: { zh: '不处理', en: 'dismissed' },
};
const severities = { high: { zh: '严重', en: 'high' }, medium: { zh: '一般', en: 'medium' }, low: { zh: '轻微', en: 'low' } } as const;
const projectStates: Readonly<Record<ProjectState, LocalText>> = {
  draft: { zh: '筹备', en: 'draft' },
  running: { zh: '进行中', en: 'running' },
  verifying: { zh: '验证中', en: 'being verified' },
  closed: { zh: '已结束', en: 'closed' },
  stopped: { zh: '已中止', en: 'stopped' },
};
const outcomes: Readonly<Record<ProjectOutcome, LocalText>> = {
  effective: { zh: '有效', en: 'effective' },
  'not-shown': { zh: '未显示效果', en: 'not shown' },
  harmful: { zh: '有害', en: 'harmful' },
  'too-early': { zh: '为时过早', en: 'too early' },
  'not-verified': { zh: '未验证', en: 'not verified' },
};
const wordOf = (words: Readonly<Record<string, LocalText>>, key: string | null): LocalText =>
  key === null ? { zh: '—', en: '—' } : (words[key] ?? { zh: key, en: key });

const same = (word: string): LocalText => ({ zh: word, en: word });

/** What was found wrong and is being worked on. */
export function issueSection({ frame, issues }: Evidence): ReportSection {
  const source = sourceOf(frame, { path: '/api/v1/findings', page: '/app/findings', n: issues.length, query: {} });
  const title = { zh: '问题登记', en: 'Findings' };
  const at = (state: string) => issues.filter((issue) => issue.state === state).length;
  const grave = issues.filter(({ severity }) => severity === 'high').length;
  const told =
    issues.length === 0
      ? { zh: '本期没有在案的问题。', en: 'No finding was open in this period.' }
      : {
          zh: `本期在案问题 ${issues.length} 项，其中严重 ${grave} 项；待处理 ${at('open')} 项，改进或验证中 ${at('improving') + at('verifying')} 项，本期后已关闭 ${at('closed')} 项。`,
          en: `${issues.length} findings were open in this period, ${grave} of them of high severity; ${at('open')} wait, ${at('improving') + at('verifying')} are being improved or verified, ${at('closed')} are closed by now.`,
        };
  return {
    ...{ key: 'findings', chapter: null, title },
    sentences: [say(told, source, issues.length === 0 ? 'note' : 'plain')],
    blocks:
      issues.length === 0
        ? []
        : [
            {
              ...{ kind: 'table', detail: false, title, source },
              columns: [
                textColumn('编号', 'Number'),
                textColumn('问题', 'Finding'),
                textColumn('程度', 'Severity'),
                textColumn('状态', 'State'),
                countColumn('次数', 'Times'),
                textColumn('最近出现', 'Last seen'),
              ],
              rows: issues.map((issue) => [
                ...[same(issue.number), issue.title, wordOf(severities, issue.severity), wordOf(findingStates, issue.state), issue.times],
                same(dayOf(issue.lastSeen, frame.zone)),
              ]),
            },
          ],
  };
}

/** Projects with what their verification said: nothing else is called an effect. */
export function improvementSection({ frame, improvements }: Evidence): ReportSection {
  const source = sourceOf(frame, { path: '/api/v1/projects', page: '/app/projects', n: improvements.length, query: {} });
  const title = { zh: '改进项目与效果', en: 'Improvement projects and their effects' };
  const with_ = (outcome: ProjectOutcome) => improvements.filter((project) => project.outcome === outcome).length;
  const decided = improvements.filter(({ outcome }) => outcome !== null).length;
  const told =
    improvements.length === 0
      ? { zh: '本期没有改进项目。', en: 'No improvement project ran in this period.' }
      : {
          zh: `本期共 ${improvements.length} 个改进项目，${decided} 个已有结论：有效 ${with_('effective')}，未显示效果 ${with_('not-shown')}，有害 ${with_('harmful')}，未验证 ${with_('not-verified')}。结论均取自登记在先的验证。`,
          en: `${improvements.length} projects ran in this period, ${decided} have an outcome: ${with_('effective')} effective, ${with_('not-shown')} not shown, ${with_('harmful')} harmful, ${with_('not-verified')} not verified. Outcomes come from verifications registered beforehand.`,
        };
  return {
    ...{ key: 'improvements', chapter: null, title },
    sentences: [say(told, source, improvements.length === 0 ? 'note' : 'plain')],
    blocks:
      improvements.length === 0
        ? []
        : [
            {
              ...{ kind: 'table', detail: false, title, source },
              columns: [
                textColumn('编号', 'Number'),
                textColumn('项目', 'Project'),
                textColumn('状态', 'State'),
                textColumn('结论', 'Outcome'),
                countColumn('措施', 'Actions'),
                countColumn('完成', 'Done'),
                countColumn('逾期', 'Late'),
                textColumn('截止', 'Due'),
              ],
              rows: improvements.map((one) => [
                ...[same(one.number), same(one.title), wordOf(projectStates, one.state), wordOf(outcomes, one.outcome)],
                ...[one.actions, one.done, one.late, same(one.dueOn)],
              ]),
            },
          ],
  };
}
