import { sql } from 'kysely';
import { wordsIn } from '../../../platform/database/search-words.rules.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { readAgreementsInForce } from '../../agreements/index.ts';
import { takeCaseNumbers } from '../case-number.ts';
import { rowOfEvent, secondsOf } from '../clock-rows.rules.ts';
import { projectCase } from '../project-clocks.rules.ts';
import { storeClocks } from '../stored-clocks.ts';
import { eventsOfDemo, stateOfDemo, type Placed } from './course-of-demo.rules.ts';
import type { DemoCase } from './demo-case.ts';

interface Written extends DemoCase, Placed {
  readonly id: string;
  readonly number: string;
}

const atOnce = 250;

/**
 * Stores made-up cases with their history in bulk. They are no news: nothing is logged, what was late is recorded as known, nobody is told. No indicator counts them, because the
 * demo's observations say already what such a year looks like.
 */
export async function storeDemoCases(operation: Operation, cases: readonly DemoCase[]): Promise<number> {
  const find = await readCodes(operation);
  for (let from = 0; from < cases.length; from += atOnce) {
    const batch = cases.slice(from, from + atOnce);
    const numbers = await takeCaseNumbers(operation, batch.length);
    const written = batch.map((one, at): Written => ({ ...one, ...find(one), id: newId(), number: numbers[at] ?? '' }));
    await insertCases(operation, written);
    await insertCourses(operation, written);
    await countClocks(operation, written);
  }
  return cases.length;
}

interface Known {
  readonly kind: string;
  readonly code: string;
  readonly id: string | null;
  /** team of a service or category, segment of a customer */
  readonly of: string | null;
}
const nobody: Known = { kind: '', code: '', id: null, of: null };

async function readCodes({ db, orgId }: Operation): Promise<(one: DemoCase) => Placed> {
  const { rows } = await sql<Known>`
    select 'service' as kind, code, id, team_id as of from service where org_id = ${orgId} and deleted_at is null
    union all select 'category', code, id, team_id from case_category where org_id = ${orgId} and deleted_at is null
    union all select 'team', code, id, null from team where org_id = ${orgId} and deleted_at is null
    union all select 'site', code, id, null from site where org_id = ${orgId} and deleted_at is null
    union all select 'customer', code, id, segment_id from customer where org_id = ${orgId} and demo`.execute(db);
  const known = new Map(rows.map((row) => [`${row.kind} ${row.code}`, row]));
  const find = (kind: string, code: string | null | undefined) => known.get(`${kind} ${code ?? ''}`) ?? nobody;
  return ({ service, category, team, site, customer }) => {
    const [ofService, ofCategory, ofCustomer] = [find('service', service), find('category', category), find('customer', customer)];
    return {
      ...{ serviceId: ofService.id, categoryId: ofCategory.id, siteId: find('site', site).id },
      teamId: find('team', team).id ?? ofCategory.of ?? ofService.of,
      ...{ customerId: ofCustomer.id, segmentId: ofCustomer.of },
    };
  };
}

async function insertCases({ db, orgId }: Operation, cases: readonly Written[]): Promise<void> {
  const rows = cases.map((one) => ({
    ...{ id: one.id, number: one.number, type: one.type, subject: one.subject, description: one.description, priority: one.priority },
    ...{ severity: one.severity, channel: one.channel, service_id: one.serviceId, category_id: one.categoryId, site_id: one.siteId },
    ...{ customer_id: one.customerId, segment_id: one.segmentId, team_id: one.teamId, cause: one.cause, remedy: one.remedy },
    ...{ language: one.language, opened_at: one.openedAt, rating: one.rating, restricted: one.type === 'adverse-event' },
    ...stateOfDemo(one),
    words: wordsIn([one.number, one.subject, one.description].join(' ')),
  }));
  await sql`
    insert into service_case (org_id, id, number, type, subject, description, priority, severity, channel, service_id, category_id, site_id, customer_id,
      segment_id, team_id, cause, remedy, language, opened_at, rating, restricted, status, first_replied_at, resolved_at, closed_at, reopened, last_from,
      updated_at, words, contact_name, demo)
    select ${orgId}::uuid, n.id, n.number, n.type, n.subject, n.description, n.priority, n.severity, n.channel, n.service_id, n.category_id, n.site_id,
      n.customer_id, n.segment_id, n.team_id, n.cause, n.remedy, n.language, to_timestamp(n.opened_at), n.rating, n.restricted, n.status,
      to_timestamp(n.first_replied_at), to_timestamp(n.resolved_at), to_timestamp(n.closed_at), n.reopened, n.last_from, to_timestamp(n.updated_at),
      array_to_tsvector(array(select jsonb_array_elements_text(n.words))), coalesce(u.name, ''), true
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, number text, type text, subject text, description text, priority text, severity text,
      channel text, service_id uuid, category_id uuid, site_id uuid, customer_id uuid, segment_id uuid, team_id uuid, cause text, remedy text, language text,
      opened_at float8, rating int2, restricted boolean, status text, first_replied_at float8, resolved_at float8, closed_at float8, reopened int4,
      last_from text, updated_at float8, words jsonb)
    left join customer u on u.org_id = ${orgId} and u.id = n.customer_id`.execute(db);
}

async function insertCourses({ db, orgId }: Operation, cases: readonly Written[]): Promise<void> {
  const events = cases.flatMap((one) =>
    eventsOfDemo(one, one).map((event, at) => ({ case_id: one.id, seq: at + 1, ...rowOfEvent(event) })),
  );
  const said = cases.flatMap(({ id, language, steps }) =>
    steps.flatMap(({ at, says }) =>
      says === undefined
        ? []
        : [{ case_id: id, id: newId(), at, says: says.text, from: says.from, name: language === 'zh' ? '演示坐席' : 'Demo agent' }],
    ),
  );
  const contacts = cases.flatMap(({ id, followUps }) => followUps.map((one) => ({ case_id: id, id: newId(), ...one })));
  const ratings = cases.flatMap((one) =>
    one.rating === null
      ? []
      : [{ case_id: one.id, resolution: stateOfDemo(one).reopened + 1, value: one.rating, at: stateOfDemo(one).updated_at }],
  );
  await sql`
    with happened as (
      insert into clock_event (org_id, case_id, seq, at, status, party, detail)
      select ${orgId}::uuid, case_id, seq, at, status, party, nullif(detail, 'null'::jsonb)
      from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as n (case_id uuid, seq int4, at timestamptz, status text, party text, detail jsonb)),
    said as (
      insert into case_entry (org_id, case_id, id, at, kind, channel, author_kind, author_name, body)
      select ${orgId}::uuid, case_id, id, to_timestamp(at), case "from" when 'team' then 'reply' else 'message' end, 'portal',
        case "from" when 'team' then 'account' else 'customer' end, case "from" when 'team' then name else '' end, says
      from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as n (case_id uuid, id uuid, at float8, says text, "from" text, name text)),
    rated as (
      insert into case_rating (org_id, case_id, resolution, value, at)
      select ${orgId}::uuid, case_id, resolution, value, to_timestamp(at)
      from jsonb_to_recordset(${JSON.stringify(ratings)}::jsonb) as n (case_id uuid, resolution int4, value int2, at float8))
    insert into case_follow_up (org_id, id, case_id, due_on, done_at, channel, outcome, reminded_at)
    select ${orgId}::uuid, id, case_id, (to_timestamp(at) at time zone o.time_zone)::date, case when outcome is not null then to_timestamp(at) end,
      case when outcome is not null then 'phone' end, outcome, now()
    from organisation o, jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as n (case_id uuid, id uuid, at float8, outcome text)
    where o.org_id = ${orgId}`.execute(db);
}

async function countClocks(operation: Operation, cases: readonly Written[]): Promise<void> {
  const { agreements, revision } = await readAgreementsInForce(operation);
  const now = secondsOf(operation.now);
  await storeClocks(
    operation,
    revision,
    cases.map((one) => ({ id: one.id, projection: projectCase(agreements, eventsOfDemo(one, one), now) })),
  );
}
