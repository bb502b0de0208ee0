import { sql } from 'kysely';
import Papa from 'papaparse';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { exportFindings as endpoint, FindingRow } from '@zhiheng/contract/findings/findings';
import type { Locale } from '@zhiheng/contract/values/text';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { guardCell } from '../../customers/index.ts';
import { findingConditions } from './filter-findings.ts';
import { findingColumns, findingNames, findingRowOf, type FindingRecord } from './finding-rows.ts';

/** Names of columns are those of the API, so that a program reads them in either language. */
const cells = {
  number: ({ number }) => number,
  title: ({ title }, locale) => title[locale],
  state: ({ state }) => state,
  severity: ({ severity }) => severity,
  kind: ({ kind }) => kind ?? '',
  source: ({ source }) => source,
  indicator: ({ indicator }) => indicator ?? '',
  service: ({ serviceName }, locale) => serviceName?.[locale] ?? '',
  team: ({ teamName }, locale) => teamName?.[locale] ?? '',
  site: ({ siteName }, locale) => siteName?.[locale] ?? '',
  segment: ({ segmentName }, locale) => segmentName?.[locale] ?? '',
  first_seen: ({ firstSeen }) => firstSeen,
  last_seen: ({ lastSeen }) => lastSeen,
  times: ({ times }) => String(times),
  reopened: ({ reopened }) => String(reopened),
  owner: ({ owner }) => owner ?? '',
  due_on: ({ dueOn }) => dueOn ?? '',
  priority: ({ priority }) => (priority === null ? '' : priority.toFixed(2)),
} satisfies Record<string, (row: FindingRow, locale: Locale) => string>;

export async function exportFindings(call: Call, { query }: Pick<Parsed<typeof endpoint>, 'query'>): Promise<Reply<typeof endpoint>> {
  const { locale, ...filter } = query;
  const { rows } = await sql<FindingRecord>`
    select ${findingColumns(call.orgId)} from finding f ${findingNames(call.orgId)}
    where ${findingConditions(call, filter)} order by f.number`.execute(call.db);
  const data = rows.map(findingRowOf).map((row) => Object.values(cells).map((cell) => guardCell(cell(row, locale))));
  await recordEvent(call, { type: 'findings.exported', entity: { kind: 'organisation', id: call.orgId }, data: { findings: rows.length } });
  // The mark at the beginning tells spreadsheets that the text is UTF-8.
  return { text: `\uFEFF${Papa.unparse({ fields: Object.keys(cells), data })}\r\n`, findings: rows.length };
}
