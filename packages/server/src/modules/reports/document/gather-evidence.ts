import { sql } from 'kysely';
import type { ReportKind } from '@zhiheng/contract/reports/report-kind';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import type { LocalText } from '@zhiheng/contract/values/text';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { leavesOf, loadEvaluation, loadMonths, nameSlices, periodOf, previousPeriod, type Evaluation } from '../../evaluation/index.ts';
import { readBoard, readIndicatorReport } from '../../insight/index.ts';
import { listObjectives } from '../../monitoring/index.ts';
import { testChanges, type Compared } from './changes.rules.ts';
import type { Course, Evidence } from './evidence.ts';
import type { Frame } from './frame.rules.ts';
import { readImprovements, readIssues } from './read-improvements.ts';
import { readPromises } from './read-promises.ts';
import { readSurveyed } from './read-surveyed.ts';

export interface Wanted {
  readonly kind: ReportKind;
  readonly period: string;
  readonly scope: SubjectFilter;
}

/** What each kind needs besides board and figures, and of how many indicators the months are shown. */
const needs = {
  quality: { courses: 6, promises: true, surveys: false, improvement: true },
  sla: { courses: 0, promises: true, surveys: false, improvement: false },
  satisfaction: { courses: 0, promises: false, surveys: true, improvement: false },
  measurement: { courses: 10, promises: true, surveys: true, improvement: true },
  improvement: { courses: 0, promises: false, surveys: false, improvement: true },
} as const satisfies Record<ReportKind, object>;

/** Asks all that a report of this kind is made of, in the transaction of the caller: one moment for all numbers. */
export async function gatherEvidence(operation: Operation, wanted: Wanted): Promise<Evidence> {
  const { kind, scope } = wanted;
  const evaluation = await loadEvaluation(operation, undefined);
  const period = periodOf(wanted.period);
  const zone = evaluation.timeZone;
  const frame: Frame = { period, before: previousPeriod(period), scope, zone, asOf: operation.now.toISOString() };
  const house = { organisation: await nameOfHouse(operation), scopeName: await nameOfScope(operation, scope) };
  const board = await readBoard(operation, { query: { period: period.key, ...scope } });
  const compared = await readCompared(operation, evaluation, frame);
  const { courses, promises, surveys, improvement } = needs[kind];
  return {
    ...{ frame, ...house, board, compared, changes: testChanges(compared) },
    courses: await readCourses(operation, frame, chosenCodes(evaluation, compared).slice(0, courses)),
    promises: promises ? await readPromises(operation, frame, { causes: kind === 'sla' }) : [],
    objectives: promises ? (await listObjectives(operation, { params: {}, query: {}, body: undefined })).items : [],
    surveys: surveys ? await readSurveyed(operation, frame) : [],
    issues: improvement ? await readIssues(operation, frame) : [],
    improvements: improvement ? await readImprovements(operation, frame) : [],
  };
}

/** The figures of the scorecard, or of every indicator where there is none, in the period and the one before: as the scorecard's page has them. */
async function readCompared(operation: Operation, evaluation: Evaluation, { period, before, scope }: Frame): Promise<Compared[]> {
  const { card, library } = evaluation;
  const codes = card === null ? [...library.byCode.keys()] : [...new Set([...card.headline, ...leavesOf(card.children)])];
  const span = { firstMonth: before.firstMonth, lastMonth: period.lastMonth };
  const months = await loadMonths(operation, evaluation, { codes, months: span, filter: scope });
  const [current, previous] = [months.figures(period), months.figures(before)];
  return codes.flatMap((code) => {
    const now = current.figure(code, previous);
    return now === null ? [] : [{ now, before: previous.figure(code, null) }];
  });
}

/** Headline figures first, then the others of the scorecard; none without data. */
function chosenCodes({ card }: Evaluation, compared: readonly Compared[]): string[] {
  const measured = compared.filter(({ now }) => now.value !== null).map(({ now }) => now.indicator);
  const headline = card?.headline ?? [];
  return [...headline.filter((code) => measured.includes(code)), ...measured.filter((code) => !headline.includes(code))];
}

async function readCourses(operation: Operation, { period, scope }: Frame, codes: readonly string[]): Promise<Course[]> {
  const courses: Course[] = [];
  for (const code of codes)
    courses.push(
      await readIndicatorReport(operation, { params: { code }, query: { period: period.key, by: 'service', grain: 'month', ...scope } }),
    );
  return courses;
}

async function nameOfHouse({ db, orgId }: Operation): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from organisation where org_id = ${orgId}`.execute(db);
  return rows[0]?.name ?? '';
}

const dimensions = { serviceId: 'service', teamId: 'team', siteId: 'site', segmentId: 'segment' } as const;

/** What the report is limited to, in words; refuses what there is not. */
async function nameOfScope(operation: Operation, scope: SubjectFilter): Promise<LocalText> {
  const names: LocalText[] = [];
  for (const [key, dimension] of Object.entries(dimensions)) {
    const id = scope[key as keyof typeof dimensions];
    if (id === undefined) continue;
    const [unit] = await nameSlices(operation, dimension, [id]);
    if (unit === undefined) throw invalidField(`scope.${key}`, 'unknown_reference');
    names.push(unit.name);
  }
  if (names.length === 0) return { zh: '全部服务', en: 'All services' };
  return { zh: names.map(({ zh }) => zh).join(' · '), en: names.map(({ en }) => en).join(' · ') };
}
