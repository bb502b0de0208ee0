import { sql, type RawBuilder } from 'kysely';
import type { CalendarDefinition } from '@zhiheng/contract/agreements/calendars';
import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import type { LocalText } from '@zhiheng/contract/values/text';
import { compileCalendar, type Calendar } from '@zhiheng/sla-clock/calendar';
import { compileAgreements, type Agreements } from '@zhiheng/sla-clock/clock';
import type { Policy } from '@zhiheng/sla-clock/policy';
import type { Operation } from '../../platform/operation.ts';
import { calendarOf, policyOf, type Names, type PublishedVersion } from './policy-of.ts';

/** Which agreements are in force. */
export interface Revision {
  /** changes with every publication, and when an agreement goes to the trash or comes back: clocks counted with another one are out of date */
  readonly revision: string;
  /** of the organisation */
  readonly zone: string;
}

/** Everything published that clocks count by. */
export interface AgreementsInForce extends Revision {
  /** every published version of every agreement that is not in the trash */
  readonly policies: readonly Policy[];
  /** of each calendar that they name, the version in force */
  readonly calendars: readonly Calendar[];
  /** both, ready for the clock */
  readonly agreements: Agreements;
  /** of agreements and calendars */
  readonly names: Names;
  /** what a version says beside what the clock counts: who is told at a step, what is owed for a breach, how much shall be met */
  readonly termsOf: (policy: Pick<Policy, 'id' | 'version'>) => Terms | undefined;
}

type Terms = Pick<AgreementDefinition, 'actions' | 'attainmentGoal' | 'credit' | 'reviewOn'>;

type Reader = Pick<Operation, 'db' | 'orgId' | 'now'>;

/** One process serves so many organisations without reading again. */
const mostRemembered = 500;
const remembered = new Map<string, AgreementsInForce>();

/** What is in force now. Read again only when something was published since: what is asked each time is one small statement. */
export async function readAgreementsInForce(operation: Reader): Promise<AgreementsInForce> {
  const { rows } = await sql<Revision>`/* agreements-revision */ ${revisionOf(operation.orgId)}`.execute(operation.db);
  const [row] = rows;
  if (row === undefined) throw new RangeError('no such organisation');
  return agreementsAt(operation, row);
}

/** The same for whoever asked for the revision together with more. */
export async function agreementsAt(operation: Reader, { revision, zone }: Revision): Promise<AgreementsInForce> {
  const known = remembered.get(operation.orgId);
  if (known?.revision === revision && known.zone === zone) return known;
  const read = { revision, zone, ...(await readPublished(operation)) };
  remembered.delete(operation.orgId);
  remembered.set(operation.orgId, read);
  const [oldest] = remembered.keys();
  if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
  return read;
}

/** The moments of publication stand in it, so that a publication that was rolled back is never taken for the one after. */
export const revisionOf = (orgId: string): RawBuilder<Revision> => sql`
    select o.time_zone as zone, md5(concat_ws('/', a.print, v.latest, c.print, c.latest)) as revision
    from organisation o
    cross join (
      select sum(hashtextextended(concat_ws('/', id, version, name), 0)) as print
      from agreement where org_id = ${orgId} and deleted_at is null and version > 0
    ) a
    cross join (select max(published_at) as latest from agreement_version where org_id = ${orgId}) v
    cross join (
      select sum(hashtextextended(concat_ws('/', b.id, b.version, b.name), 0)) as print, max(b.updated_at) as latest
      from business_calendar b
      where b.org_id = ${orgId} and exists (select from agreement_version n where n.org_id = ${orgId} and n.calendar_id = b.id)
    ) c
    where o.org_id = ${orgId}`;

async function readPublished(operation: Reader): Promise<Omit<AgreementsInForce, 'revision' | 'zone'>> {
  const versions = await readVersions(operation);
  const named = await readCalendars(operation, [...new Set(versions.map(({ definition }) => definition.calendarId))]);
  const policies = versions.map(policyOf);
  const calendars = named.map(({ id, version, definition }) => calendarOf(id, version, definition));
  const agreements = compileFor(operation, policies, calendars);
  const names = new Map([...versions, ...named].map(({ id, name }) => [id, name]));
  const terms = new Map(versions.map(({ id, version, definition }) => [`${id}/${version}`, definition]));
  return { policies, calendars, agreements, names, termsOf: ({ id, version }) => terms.get(`${id}/${version}`) };
}

/** Ready for questions about these years; others are laid out when they are asked for. */
export function compileFor({ now }: Pick<Reader, 'now'>, policies: readonly Policy[], calendars: readonly Calendar[]): Agreements {
  const year = now.getUTCFullYear();
  const range = { from: `${year - 1}-01-01`, to: `${year + 2}-01-01` };
  return compileAgreements(
    policies,
    calendars.map((calendar) => compileCalendar(calendar, range)),
  );
}

async function readVersions({ db, orgId }: Reader): Promise<PublishedVersion[]> {
  const { rows } = await sql<PublishedVersion>`
    select a.id, a.name, a.kind, a.team_id as "teamId", a.supplier_id as "supplierId", v.version, v.effective_from as "effectiveFrom", v.definition
    from agreement_version v join agreement a on a.org_id = v.org_id and a.id = v.agreement_id
    where v.org_id = ${orgId} and a.deleted_at is null order by a.id, v.version`.execute(db);
  return rows;
}

interface CalendarRow {
  readonly id: string;
  readonly name: LocalText;
  readonly version: number;
  readonly definition: CalendarDefinition;
}

/** Calendars at their versions in force; one that lies in the trash still counts for who names it. */
export async function readCalendars({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, ids: readonly string[]): Promise<CalendarRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<CalendarRow>`
    select c.id, c.name, c.version, v.definition from business_calendar c
    join business_calendar_version v on v.org_id = c.org_id and v.calendar_id = c.id and v.version = c.version
    where c.org_id = ${orgId} and c.id = any(${[...ids]}::uuid[]) order by c.id`.execute(db);
  return rows;
}

/** Calendars with one more that a draft names. */
export async function includingCalendar(
  operation: Pick<Operation, 'db' | 'orgId'>,
  calendars: readonly Calendar[],
  id: string,
): Promise<readonly Calendar[]> {
  if (calendars.some((calendar) => calendar.id === id)) return calendars;
  const read = await readCalendars(operation, [id]);
  return [...calendars, ...read.map(({ version, definition }) => calendarOf(id, version, definition))];
}
