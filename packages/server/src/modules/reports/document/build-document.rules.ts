import type { ReportDocument, ReportSection } from '@zhiheng/contract/reports/report-document';
import type { ReportKind } from '@zhiheng/contract/reports/report-kind';
import type { LocalText } from '@zhiheng/contract/values/text';
import { emptySection, methodSection, outlookSection } from './closing-sections.rules.ts';
import { attentionSections, rankingSections } from './diagnosis-sections.rules.ts';
import type { Evidence } from './evidence.ts';
import { improvementSection, issueSection } from './improvement-sections.rules.ts';
import { indicatorSection } from './indicator-sections.rules.ts';
import { figureTable, overviewSection, scoreSections } from './overview-sections.rules.ts';
import { objectiveSections } from './objective-sections.rules.ts';
import { promiseSections, promiseSummary } from './promise-sections.rules.ts';
import { surveySections } from './survey-sections.rules.ts';
import { periodText } from './written.rules.ts';

const titles: Readonly<Record<ReportKind, LocalText>> = {
  quality: { zh: '服务质量月报', en: 'Service quality report' },
  sla: { zh: 'SLA 报告', en: 'SLA report' },
  satisfaction: { zh: '满意度报告', en: 'Satisfaction report' },
  measurement: { zh: '服务质量测评报告', en: 'Measurement report' },
  improvement: { zh: '服务改进报告', en: 'Improvement report' },
};

const chapters = {
  indicators: { zh: '指标分析', en: 'Indicators' },
  process: { zh: '过程与承诺', en: 'Process and promises' },
  voice: { zh: '客户之声', en: 'Voice of the customer' },
  diagnosis: { zh: '问题诊断', en: 'Diagnosis' },
  improvement: { zh: '改进', en: 'Improvement' },
} as const satisfies Record<string, LocalText>;

/** The first section of a chapter bears its name; a chapter without sections is left out. */
const chapter = (name: LocalText, sections: readonly ReportSection[]): ReportSection[] =>
  sections.map((section, at) => (at === 0 ? { ...section, chapter: name } : section));

const indicators = (evidence: Evidence) =>
  chapter(chapters.indicators, [
    ...scoreSections(evidence),
    ...figureTable(evidence),
    ...evidence.courses.map((course) => indicatorSection(evidence, course)),
  ]);
const process = (evidence: Evidence) => chapter(chapters.process, [...promiseSummary(evidence), ...objectiveSections(evidence)]);
const promises = (evidence: Evidence) =>
  chapter(chapters.process, [...promiseSummary(evidence), ...promiseSections(evidence), ...objectiveSections(evidence)]);
const voice = (evidence: Evidence) => chapter(chapters.voice, surveySections(evidence));
const diagnosis = (evidence: Evidence) => chapter(chapters.diagnosis, [...rankingSections(evidence), ...attentionSections(evidence)]);
const improvement = (evidence: Evidence) => chapter(chapters.improvement, [issueSection(evidence), improvementSection(evidence)]);

/** What stands in a report of each kind, in this order; how it was made stands at the end of all. */
const plans = {
  quality: (evidence) => [
    overviewSection(evidence),
    ...indicators(evidence),
    ...process(evidence),
    ...diagnosis(evidence),
    ...improvement(evidence),
  ],
  sla: promises,
  satisfaction: voice,
  measurement: (evidence) => [
    ...[overviewSection(evidence), ...indicators(evidence), ...process(evidence), ...voice(evidence)],
    ...[...diagnosis(evidence), ...improvement(evidence), outlookSection(evidence)],
  ],
  improvement: (evidence) => [...improvement(evidence), ...diagnosis(evidence), outlookSection(evidence)],
} as const satisfies Record<ReportKind, (evidence: Evidence) => ReportSection[]>;

/** Whether there is anything that a report of this kind speaks of. */
const isEmpty = {
  quality: ({ board }) => board.scope.observations === 0,
  sla: ({ promises }) => promises.every(({ months }) => !isDecided(months.at(-1))),
  satisfaction: ({ surveys }) => surveys.length === 0,
  measurement: ({ board, surveys }) => board.scope.observations === 0 && surveys.length === 0,
  improvement: ({ issues, improvements }) => issues.length === 0 && improvements.length === 0,
} as const satisfies Record<ReportKind, (evidence: Evidence) => boolean>;

const isDecided = (month: Evidence['promises'][number]['months'][number] | undefined): boolean =>
  Object.values(month?.figures ?? {}).some(({ n }) => n > 0);

export function titleOf(kind: ReportKind, period: string): LocalText {
  const when = periodText(period);
  return { zh: `${when.zh}${titles[kind].zh}`, en: `${titles[kind].en}, ${when.en}` };
}

/** The report as data, in both languages. */
export function buildDocument(kind: ReportKind, evidence: Evidence): ReportDocument {
  const { frame, organisation, scopeName } = evidence;
  const empty = isEmpty[kind](evidence);
  const title = titleOf(kind, frame.period.key);
  return {
    ...{ title, period: frame.period.key, organisation, scope: scopeName, zone: frame.zone, asOf: frame.asOf, empty },
    sections: [...(empty ? [emptySection(evidence)] : plans[kind](evidence)), methodSection(evidence)],
  };
}
