import { sql } from 'kysely';
import type { z } from 'zod';
import type { ObjectiveDefinition } from '@zhiheng/contract/monitoring/objective';
import { packObjectives, type PackObjective } from '@zhiheng/contract/packs/pack-monitoring';
import type { Operation } from '../../../platform/operation.ts';
import { countDecisions, planInstall, type PackPart, type PlannedRow, type StandingRow } from '../../../platform/pack-part.ts';
import { loadIndicators } from '../../measurement/index.ts';
import { createObjective, publishObjective, saveObjectiveDraft } from './save-objective.ts';
import { findObjective } from './objective-rows.ts';

type Reader = Pick<Operation, 'db' | 'orgId'>;

/** `objectives.yaml`: what is promised of indicators over time; published at once. */
export const objectivesPackPart: PackPart<'objectives.yaml', z.infer<typeof packObjectives>> = {
  kind: 'objectives.yaml',
  schema: packObjectives,
  async install(operation, pack, content) {
    const known = await readKnown(operation);
    // What a person has put into the trash is not promised.
    const wanted = content.objectives.filter(({ service, indicator }) => known.services.has(service) && known.indicators.has(indicator));
    const plan = planInstall(pack, await readStanding(operation), wanted);
    for (const row of plan.write) await publish(operation, { pack, row, known });
    return countDecisions(plan.decisions.values());
  },
  async export(operation) {
    const standing = await readStanding(operation);
    return { objectives: standing.flatMap(({ deleted, content }) => (deleted || content.indicator === '' ? [] : [content])) };
  },
};

interface Known {
  readonly services: ReadonlyMap<string, string>;
  readonly calendars: ReadonlyMap<string, string>;
  readonly indicators: ReadonlySet<string>;
}

async function readKnown(operation: Reader): Promise<Known> {
  const { db, orgId } = operation;
  const idsOf = async (table: 'service' | 'business_calendar') => {
    const rows = await db.selectFrom(table).select(['code', 'id']).where('org_id', '=', orgId).where('deleted_at', 'is', null).execute();
    return new Map(rows.map(({ code, id }) => [code, id]));
  };
  const indicators = new Set((await loadIndicators(operation)).map(({ code }) => code));
  return { services: await idsOf('service'), calendars: await idsOf('business_calendar'), indicators };
}

/** So far back is judged what was measured before the pack came. */
const yearSeconds = 365 * 86_400;
const percent = (share: number): number => Number((share * 100).toFixed(6));
const shareOf = (percentage: number): number => Number((percentage / 100).toFixed(8));

interface Publication {
  readonly pack: string;
  readonly row: PlannedRow<PackObjective>;
  readonly known: Known;
}

async function publish(operation: Operation, { pack, row, known }: Publication): Promise<void> {
  const { db, orgId, now } = operation;
  const { code, name } = row.content;
  const id = await draft(operation, { row, definition: definitionOf(row.content, known, now), code, name });
  const { revision } = await findObjective(operation, id);
  await publishObjective(operation, { params: { id }, body: { revision } });
  await sql`update objective set pack = ${pack}, pack_hash = ${row.hash} where org_id = ${orgId} and id = ${id}`.execute(db);
}

interface Draft extends Pick<PackObjective, 'code' | 'name'> {
  readonly row: PlannedRow<PackObjective>;
  readonly definition: ObjectiveDefinition;
}

/** A later version of the pack goes on from the beginning that the first one set. */
async function draft(operation: Operation, { row, definition, code, name }: Draft): Promise<string> {
  if (row.decision === 'added') return (await createObjective(operation, { body: { code, name, draft: definition } })).id;
  const { revision, definition: before } = await findObjective(operation, row.id);
  const since = before?.since ?? definition.since;
  await saveObjectiveDraft(operation, { params: { id: row.id }, body: { revision, name, draft: { ...definition, since } } });
  return row.id;
}

/** Without alerts: how fast a budget burns is seen by a look every few minutes, which a pack does not bring. */
function definitionOf(
  { service, indicator, limit, target, window, calendar }: PackObjective,
  known: Known,
  now: Date,
): ObjectiveDefinition {
  return {
    serviceId: known.services.get(service) ?? '',
    source: { kind: 'indicator', code: indicator, limit: limit ?? null },
    target: shareOf(target),
    method: { kind: 'occurrences', slice: 86_400 },
    window,
    calendarId: calendar === undefined ? null : (known.calendars.get(calendar) ?? null),
    since: new Date(now.getTime() - yearSeconds * 1000).toISOString(),
    alerts: { pairs: [], minimumBad: 1, minimumTotal: 1 },
  };
}

interface Row {
  readonly id: string;
  readonly code: string;
  readonly name: PackObjective['name'];
  readonly pack: string | null;
  readonly packHash: string | null;
  readonly retired: boolean;
  readonly definition: ObjectiveDefinition | null;
  readonly service: string | null;
  readonly calendar: string | null;
}

/** What is counted of probes, or not published, is no pack's: it stands here by its code only, without an indicator. */
async function readStanding({ db, orgId }: Reader): Promise<StandingRow<PackObjective>[]> {
  const { rows } = await sql<Row>`
    select o.id, o.code, o.name, o.pack, o.pack_hash as "packHash", o.retired_at is not null as retired, v.definition, s.code as service, k.code as calendar
    from objective o
    left join objective_version v on v.org_id = ${orgId} and v.objective_id = o.id and v.version = o.version
    left join service s on s.org_id = ${orgId} and s.id = (v.definition ->> 'serviceId')::uuid
    left join business_calendar k on k.org_id = ${orgId} and k.id = (v.definition ->> 'calendarId')::uuid
    where o.org_id = ${orgId} and not o.demo order by o.code`.execute(db);
  return rows.map(({ id, pack, packHash, retired, ...row }) => ({ id, pack, packHash, deleted: retired, content: contentOf(row) }));
}

function contentOf({ code, name, definition, service, calendar }: Omit<Row, 'id' | 'pack' | 'packHash' | 'retired'>): PackObjective {
  const named = { code, name, service: service ?? '', ...(calendar !== null && { calendar }) };
  if (definition?.source.kind !== 'indicator')
    return { ...named, indicator: '', target: 0, window: { kind: 'rolling', unit: 'day', count: 30 } };
  const { source, target, window } = definition;
  return { ...named, indicator: source.code, target: percent(target), window, ...(source.limit !== null && { limit: source.limit }) };
}
