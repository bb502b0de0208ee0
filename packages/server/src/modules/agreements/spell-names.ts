import { sql } from 'kysely';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Operation } from '../../platform/operation.ts';
import type { Names } from './policy-of.ts';

const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * Puts names in the place of ids in what the clock says: of agreements, calendars, services, segments, contracts, teams, suppliers. Customers stand with their
 * code, which is no personal value. Ids of nothing known stay.
 */
export async function spellNames(operation: Pick<Operation, 'db' | 'orgId'>, texts: readonly LocalText[]): Promise<LocalText[]> {
  const ids = new Set(texts.flatMap(({ zh }) => zh.match(id) ?? []));
  if (ids.size === 0) return [...texts];
  const names = await readNames(operation, [...ids]);
  const spell = (text: string, language: keyof LocalText) => text.replaceAll(id, (found) => names.get(found)?.[language] ?? found);
  return texts.map(({ zh, en }) => ({ zh: spell(zh, 'zh'), en: spell(en, 'en') }));
}

/** What is in the trash is named as well: clocks of the past speak of it. */
async function readNames({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, ids: readonly string[]): Promise<Names> {
  const { rows } = await sql<{ id: string; name: LocalText }>`
    with wanted as (select unnest(${[...ids]}::uuid[]) as id)
    select n.id, n.name from (
      select id, name from agreement where org_id = ${orgId}
      union all select id, name from business_calendar where org_id = ${orgId}
      union all select id, name from service where org_id = ${orgId}
      union all select id, name from segment where org_id = ${orgId}
      union all select id, name from team where org_id = ${orgId}
      union all select id, name from supplier where org_id = ${orgId}
      union all select id, jsonb_build_object('zh', number, 'en', number) from service_contract where org_id = ${orgId}
      union all select id, jsonb_build_object('zh', code, 'en', code) from customer where org_id = ${orgId}
    ) n join wanted using (id)`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name]));
}
