import { sql } from 'kysely';
import { wordsIn } from '../../../platform/database/search-words.rules.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { readAgreementsInForce } from '../../agreements/index.ts';
import { takeCaseNumbers } from '../case-number.ts';
import { rowOfEvent } from '../clock-rows.rules.ts';
import { countingMoment } from '../count-cases.ts';
import { agreementsFor } from '../judging-agreements.ts';
import { observeCases } from '../observations/observe-cases.ts';
import { projectCase } from '../project-clocks.rules.ts';
import { storeClocks } from '../stored-clocks.ts';
import type { Compared } from './compare-records.ts';
import type { MappedCase } from './map-case.rules.ts';

/** A case that is written, with the id that it has or gets. */
interface Placed {
  readonly id: string;
  readonly case: MappedCase;
  readonly print: string;
  readonly version: number;
  readonly number: string | null;
}

interface Target {
  readonly importId: string;
  readonly sourceId: string;
}

/** Writes new and changed cases of a batch in bulk: rows, history, thread, clocks. What was late is recorded as such and told to nobody. */
export async function writeCases(operation: Operation, { importId, sourceId }: Target, { made, changed }: Compared): Promise<void> {
  const numbers = await takeCaseNumbers(operation, made.length);
  const fresh = made.map((one, at): Placed => ({ ...one, id: newId(), version: 1, number: numbers[at] ?? null }));
  const renewed = changed.map(({ known, ...one }): Placed => ({ ...one, id: known.id, version: known.version + 1, number: null }));
  await insertRows(operation, sourceId, fresh);
  await renewRows(operation, renewed);
  const all = [...fresh, ...renewed];
  await insertHistory(operation, all);
  await insertEntries(operation, all);
  await countAll(operation, all);
  await noteRecords(operation, importId, all);
}

const columnNames =
  sql.raw(`type, subject, description, status, priority, channel, service_id, category_id, customer_id, segment_id, contact_name, contact_email,
  contact_phone, team_id, assignee_id, restricted, custom, language, reopened, last_from`);
const columnTypes =
  sql.raw(`id uuid, number text, record_key text, version int4, type text, subject text, description text, status text, priority text, channel text,
  service_id uuid, category_id uuid, customer_id uuid, segment_id uuid, contact_name text, contact_email text, contact_phone text, team_id uuid, assignee_id uuid,
  restricted boolean, custom jsonb, tags jsonb, language text, opened_at float8, first_replied_at float8, resolved_at float8, closed_at float8, reopened int4,
  last_from text, words jsonb`);

const texts = (name: string) => sql.raw(`array(select jsonb_array_elements_text(n.${name}))`);
const moments = sql`to_timestamp(n.opened_at), to_timestamp(n.first_replied_at), to_timestamp(n.resolved_at), to_timestamp(n.closed_at)`;

const listOf = (cases: readonly Placed[]): string =>
  JSON.stringify(
    cases.map(({ id, number, version, case: one }) => ({
      id,
      number,
      version,
      record_key: one.key,
      ...one.row,
      words: wordsOf(one, number),
    })),
  );

function wordsOf({ key, row, entries }: MappedCase, number: string | null): string[] {
  const said = entries.map(({ body }) => body).filter((body) => body !== '');
  return wordsIn([number ?? '', key, row.subject, row.description, row.contact_name, ...row.tags, ...said].join(' '));
}

async function insertRows({ db, orgId, now }: Operation, sourceId: string, cases: readonly Placed[]): Promise<void> {
  if (cases.length === 0) return;
  await sql`/* import-cases */
    insert into service_case (org_id, id, number, source_id, record_key, ${columnNames}, tags, words, opened_at, first_replied_at, resolved_at, closed_at, updated_at)
    select ${orgId}::uuid, n.id, n.number, ${sourceId}::uuid, n.record_key, ${qualified}, ${texts('tags')}, array_to_tsvector(${texts('words')}), ${moments}, ${now}
    from jsonb_to_recordset(${listOf(cases)}::jsonb) as n (${columnTypes})`.execute(db);
}

const qualified =
  sql.raw(`n.type, n.subject, n.description, n.status, n.priority, n.channel, n.service_id, n.category_id, n.customer_id, n.segment_id, n.contact_name,
  n.contact_email, n.contact_phone, n.team_id, n.assignee_id, n.restricted, n.custom, n.language, n.reopened, n.last_from`);

/** The number that a case has here stays, and is found as before. */
async function renewRows({ db, orgId, now }: Operation, cases: readonly Placed[]): Promise<void> {
  if (cases.length === 0) return;
  const ids = cases.map(({ id }) => id);
  await sql`/* renew-imported-cases */
    update service_case c set (${columnNames}, tags, words, opened_at, first_replied_at, resolved_at, closed_at, updated_at, version) =
      row(${qualified}, ${texts('tags')}, array_to_tsvector(${texts('words')} || lower(c.number)), ${moments}, ${now}::timestamptz, n.version)
    from jsonb_to_recordset(${listOf(cases)}::jsonb) as n (${columnTypes})
    where c.org_id = ${orgId} and c.id = n.id and c.id = any(${ids}::uuid[])`.execute(db);
  await sql`delete from clock_event where org_id = ${orgId} and case_id = any(${ids}::uuid[])`.execute(db);
  await sql`delete from case_entry where org_id = ${orgId} and case_id = any(${ids}::uuid[])`.execute(db);
}

async function insertHistory({ db, orgId }: Operation, cases: readonly Placed[]): Promise<void> {
  const rows = cases.flatMap(({ id, case: { events } }) => events.map((event, at) => ({ case_id: id, seq: at + 1, ...rowOfEvent(event) })));
  await sql`/* import-history */
    insert into clock_event (org_id, case_id, seq, at, status, party, detail)
    select ${orgId}::uuid, case_id, seq, at, status, party, nullif(detail, 'null'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (case_id uuid, seq int4, at timestamptz, status text, party text, detail jsonb)`.execute(
    db,
  );
}

async function insertEntries({ db, orgId }: Operation, cases: readonly Placed[]): Promise<void> {
  const rows = cases.flatMap(({ id, version, case: { entries } }) =>
    entries.map((entry) => ({ case_id: id, id: newId(), case_version: version, ...entry })),
  );
  if (rows.length === 0) return;
  await sql`/* import-entries */
    insert into case_entry (org_id, case_id, id, at, kind, channel, author_kind, author_id, author_name, body, changes, case_version)
    select ${orgId}::uuid, case_id, id, to_timestamp(at), kind, 'import', author_kind, author_id, author_name, body, nullif(changes, 'null'::jsonb), case_version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (case_id uuid, id uuid, at float8, kind text, author_kind text, author_id uuid,
      author_name text, body text, changes jsonb, case_version int4)`.execute(db);
}

async function countAll(operation: Operation, cases: readonly Placed[]): Promise<void> {
  const inForce = await readAgreementsInForce(operation);
  const counted = cases.map(({ id, case: { events } }) => ({
    id,
    projection: projectCase(agreementsFor(inForce, events, operation.now), events, countingMoment(operation.now, events)),
  }));
  await storeClocks(operation, inForce.revision, counted);
  await observeCases(
    operation,
    cases.map(({ id }) => id),
  );
}

async function noteRecords({ db, orgId }: Operation, importId: string, cases: readonly Placed[]): Promise<void> {
  const rows = JSON.stringify(cases.map(({ id, print, version }) => ({ id, print, version })));
  await sql`
    insert into case_import_record (org_id, case_id, made_by, written_by, print, case_version)
    select ${orgId}::uuid, id, ${importId}::uuid, ${importId}::uuid, print, version
    from jsonb_to_recordset(${rows}::jsonb) as n (id uuid, print text, version int4)
    on conflict (org_id, case_id) do update set written_by = excluded.written_by, print = excluded.print, case_version = excluded.case_version`.execute(
    db,
  );
}
