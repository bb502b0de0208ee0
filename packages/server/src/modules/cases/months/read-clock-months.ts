import { sql } from 'kysely';
import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import type { ClockMonth, listClockMonths as endpoint } from '@zhiheng/contract/cases/clock-months';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { LocalText } from '@zhiheng/contract/values/text';
import { monthInterval, type Month } from '@zhiheng/sla-clock/month';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { readAgreementsInForce } from '../../agreements/index.ts';
import { secondsOf } from '../clock-rows.rules.ts';
import { monthOfReport } from './clock-month.rules.ts';
import { readMonthFigures } from './month-figures.ts';
import { firstOfMonths, monthsOf } from './months-of.rules.ts';
import { readStoredMonths } from './stored-months.ts';

export interface ReportedAgreement {
  readonly id: string;
  readonly name: LocalText;
  readonly version: number;
  readonly credit: AgreementDefinition['credit'];
}

/** The months of an agreement, newest first, with the contracts that its figures name. */
export async function listClockMonths(
  operation: Operation,
  { params, query }: Pick<Parsed<typeof endpoint>, 'params' | 'query'>,
): Promise<Reply<typeof endpoint>> {
  const agreement = await readReported(operation, params.id);
  const { zone } = await readAgreementsInForce(operation);
  const now = secondsOf(operation.now);
  const items = await readReports(operation, agreement, { from: firstOfMonths(now, zone, query.months), to: now + 1, zone });
  return { zone, items: items.toReversed(), contracts: await readContracts(operation, items) };
}

/** One month; 404 when it has not begun. */
export async function readClockMonth(operation: Operation, agreement: ReportedAgreement, month: Month): Promise<ClockMonth> {
  const { zone } = await readAgreementsInForce(operation);
  const { from, to } = monthInterval(month, zone);
  if (from > secondsOf(operation.now)) throw notFound('month');
  const [report] = await readReports(operation, agreement, { from, to, zone });
  if (report === undefined) throw notFound('month');
  return report;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly zone: string;
}

async function readReports(operation: Operation, agreement: ReportedAgreement, span: Span): Promise<ClockMonth[]> {
  const figures = await readMonthFigures(operation, { agreementId: agreement.id, credit: agreement.credit, ...span });
  const stored = await readStoredMonths(operation, agreement.id);
  const now = secondsOf(operation.now);
  return monthsOf(span).map(({ month, to }) =>
    monthOfReport({
      ...{ agreementId: agreement.id, agreementName: agreement.name, month, ended: to <= now },
      ...{ figures: figures.get(month) ?? {}, stored: stored.get(month) ?? null },
    }),
  );
}

export async function readReported({ db, orgId }: Operation, id: string): Promise<ReportedAgreement> {
  const { rows } = await sql<ReportedAgreement>`
    select a.id, a.name, a.version, v.definition -> 'credit' as credit from agreement a
    left join agreement_version v on v.org_id = ${orgId} and v.agreement_id = a.id and v.version = a.version
    where a.org_id = ${orgId} and a.id = ${id} and a.deleted_at is null`.execute(db);
  const [agreement] = rows;
  if (agreement === undefined) throw notFound('agreement');
  return agreement;
}

async function readContracts({ db, orgId }: Operation, items: readonly ClockMonth[]): Promise<{ id: string; number: string }[]> {
  const names = items.flatMap(({ figures, differences }) => [...Object.keys(figures), ...Object.keys(differences)]);
  const ids = [...new Set(names.filter((name) => name.startsWith('credit/')).map((name) => name.slice('credit/'.length)))];
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; number: string }>`
    select id, number from service_contract where org_id = ${orgId} and id = any(${ids}::uuid[]) order by number`.execute(db);
  return rows;
}
