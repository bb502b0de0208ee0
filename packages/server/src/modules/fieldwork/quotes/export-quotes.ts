import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { exportFieldQuotes as endpoint } from '@zhiheng/contract/fieldwork/codes';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { csvLine } from '../../../platform/table-files/csv-text.rules.ts';
import { findStudy } from '../studies/read-study.ts';
import { entityOf } from '../studies/study-rows.ts';

const byteOrderMark = '\ufeff';
const heads = {
  zh: ['上级编码', '编码', '引语', '备注', '场次', '时间', '网点', '地点', '编码员', '原文已变'],
  en: ['Parent code', 'Code', 'Quote', 'Memo', 'Session', 'Starts at', 'Site', 'Place', 'Coder', 'Lost'],
} as const;

interface Row {
  readonly parent: LocalText | null;
  readonly code: LocalText | null;
  readonly text: string;
  readonly memo: string;
  readonly number: number;
  readonly startsAt: Date;
  readonly site: LocalText | null;
  readonly place: string;
  readonly coder: string | null;
  readonly lost: boolean;
}

/** A line for each quote and code; quotes without one have one line. The log says who took them. */
export async function exportQuotes(call: Call, { params, query }: Pick<Parsed<typeof endpoint>, 'params' | 'query'>): Promise<string> {
  const study = await findStudy(call, params.id);
  const { language } = query;
  const { orgId } = call;
  const { rows } = await sql<Row>`
    select p.name as parent, c.name as code, q.text, q.memo, e.number, e.starts_at as "startsAt", t.name as site, e.place, a.name as coder, q.lost
    from field_quote q
    join field_session e on e.org_id = ${orgId} and e.id = q.session_id and e.deleted_at is null
    left join field_quote_code x on x.org_id = ${orgId} and x.quote_id = q.id
    left join field_code c on c.org_id = ${orgId} and c.id = x.code_id
    left join field_code p on p.org_id = ${orgId} and p.id = c.parent_id
    left join site t on t.org_id = ${orgId} and t.id = e.site_id
    left join account a on a.org_id = ${orgId} and a.id = q.coder_id
    where q.org_id = ${orgId} and e.study_id = ${study.id}
    order by coalesce(p.position, c.position) nulls last, coalesce(p.id, c.id), c.position, c.id, e.number, q.begins, q.id`.execute(
    call.db,
  );
  await recordEvent(call, { type: 'fieldwork.quotes-exported', entity: entityOf(study), data: { lines: rows.length } });
  call.reply.headers({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${study.code}-quotes.csv"`,
    'cache-control': 'private, no-store',
  });
  const lines = rows.map(({ parent, code, text, memo, number, startsAt, site, place, coder, lost }) =>
    csvLine([
      ...[parent?.[language] ?? null, code?.[language] ?? null, text, memo, number, startsAt.toISOString()],
      ...[site?.[language] ?? null, place, coder, lost ? 'x' : null],
    ]),
  );
  return [byteOrderMark, csvLine(heads[language]), ...lines].join('');
}
