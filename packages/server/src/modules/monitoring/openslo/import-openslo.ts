import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { objectiveDefinition, type ObjectiveDefinition } from '@zhiheng/contract/monitoring/objective';
import type { importOpenSlo as endpoint, OpenSloProblem } from '@zhiheng/contract/monitoring/openslo';
import { code as codeSchema } from '@zhiheng/contract/values/text';
import type { Operation } from '../../../platform/operation.ts';
import { flawsOf } from '../objectives/check-definition.ts';
import { readZone } from '../objectives/gather.ts';
import { usualPairs } from '../objectives/judge.rules.ts';
import { selectObjectives, type FoundObjective } from '../objectives/objective-rows.ts';
import { createObjective, saveObjectiveDraft } from '../objectives/save-objective.ts';
import { firstOf } from '../first-of.ts';
import { objectivesOf, type ToldObjective } from './objectives-of.rules.ts';
import { readOpenSlo } from './read-openslo.rules.ts';

type Answer = Reply<typeof endpoint>;

interface Planned {
  readonly told: ToldObjective;
  readonly draft: ObjectiveDefinition;
  readonly standing: FoundObjective | undefined;
  readonly change: Answer['objectives'][number]['change'];
}

/** Drafts from a file: all of them, or none with what is wrong. What is published stays until somebody publishes the draft. */
export async function importOpenSlo(operation: Operation, { body }: Parsed<typeof endpoint>): Promise<Answer> {
  const read = readOpenSlo(body.text);
  const told = objectivesOf(read.documents, await readZone(operation));
  const problems = [...read.problems, ...told.problems];
  const planned: Planned[] = [];
  const names = await readCodes(operation);
  for (const one of told.objectives) {
    const plan = await planOne(operation, one, names);
    if ('draft' in plan) planned.push(plan);
    else problems.push(...plan.problems);
  }
  const objectives = planned.map(({ told: { code }, change }) => ({ code, change }));
  if (problems.length > 0 || body.dryRun) return { objectives, problems: problems.sort((a, b) => a.document - b.document) };
  for (const plan of planned) await write(operation, plan);
  return { objectives, problems: [] };
}

/** Ids by code. */
interface Codes {
  readonly services: Readonly<Record<string, string>>;
  readonly probes: Readonly<Record<string, string>>;
  readonly calendars: Readonly<Record<string, string>>;
  readonly objectives: readonly FoundObjective[];
}

async function readCodes(operation: Operation): Promise<Codes> {
  const { db, orgId } = operation;
  const { rows } = await sql<Omit<Codes, 'objectives'>>`select
    (select coalesce(jsonb_object_agg(code, id), '{}') from service where org_id = ${orgId} and deleted_at is null) as services,
    (select coalesce(jsonb_object_agg(code, id), '{}') from probe where org_id = ${orgId}) as probes,
    (select coalesce(jsonb_object_agg(code, id), '{}') from business_calendar where org_id = ${orgId} and deleted_at is null) as calendars`.execute(
    db,
  );
  return { ...firstOf(rows), objectives: await selectObjectives(operation, sql`true`) };
}

const fieldsOfDefinition: Readonly<Record<string, readonly [string, OpenSloProblem['reason']]>> = {
  serviceId: ['spec.service', 'unknown_service'],
  calendarId: ['metadata.annotations', 'unknown_calendar'],
  'source.probeId': ['spec.indicator', 'unknown_probe'],
  'source.code': ['spec.indicator', 'unknown_indicator'],
};

async function planOne(
  operation: Operation,
  told: ToldObjective,
  names: Codes,
): Promise<Planned | { readonly problems: OpenSloProblem[] }> {
  const at = { document: told.place, kind: 'SLO', name: told.code };
  const ids = idsOf(told, names);
  if ('reason' in ids) return { problems: [{ ...at, ...ids }] };
  const standing = names.objectives.find(({ code }) => code === told.code);
  const last = standing?.draft ?? standing?.definition ?? null;
  const parsed = objectiveDefinition.safeParse(completed(operation, { told, ids, last }));
  if (!parsed.success)
    return { problems: [{ ...at, field: 'spec', reason: 'wrong_value', value: parsed.error.issues[0]?.path.join('.') ?? null }] };
  const flaws = (await flawsOf(operation, parsed.data)).map(({ path, code }) => {
    const [field, reason] = fieldsOfDefinition[path] ?? ['spec', 'wrong_value'];
    return { ...at, field, reason, value: code };
  });
  return flaws.length > 0 ? { problems: flaws } : { told, draft: parsed.data, standing, change: changeOf(standing, told, parsed.data) };
}

interface Parts {
  readonly told: ToldObjective;
  readonly ids: Ids;
  readonly last: ObjectiveDefinition | null;
}

/** What a file leaves out stays as it stands here. */
function completed({ now }: Operation, { told, ids, last }: Parts): ObjectiveDefinition {
  const { target, method, window } = told;
  const alerts = told.alerts ?? last?.alerts ?? { pairs: usualPairs(window), minimumBad: 3, minimumTotal: 1 };
  return { ...ids, target, method, window, alerts, since: told.since ?? last?.since ?? now.toISOString() };
}

function changeOf(standing: FoundObjective | undefined, { name }: ToldObjective, draft: ObjectiveDefinition): Planned['change'] {
  if (standing === undefined) return 'created';
  return isDeepStrictEqual([standing.name, standing.draft ?? standing.definition], [name, draft]) ? 'unchanged' : 'changed';
}

const own = (ids: Readonly<Record<string, string>>, code: string) => (Object.hasOwn(ids, code) ? ids[code] : undefined);

type Ids = Pick<ObjectiveDefinition, 'serviceId' | 'source' | 'calendarId'>;

/** What the codes of a file stand for, or the first that nobody knows. */
function idsOf({ code, service, source, calendar }: ToldObjective, names: Codes): Ids | Pick<OpenSloProblem, 'field' | 'reason' | 'value'> {
  if (!codeSchema.safeParse(code).success) return { field: 'metadata.name', reason: 'wrong_value', value: code };
  const serviceId = own(names.services, service);
  if (serviceId === undefined) return { field: 'spec.service', reason: 'unknown_service', value: service };
  const calendarId = calendar === null ? null : own(names.calendars, calendar);
  if (calendarId === undefined) return { field: 'metadata.annotations', reason: 'unknown_calendar', value: calendar };
  if (source.kind === 'indicator') return { serviceId, calendarId, source };
  const probeId = own(names.probes, source.code);
  if (probeId === undefined) return { field: 'spec.indicator', reason: 'unknown_probe', value: source.code };
  return { serviceId, calendarId, source: { kind: 'probe', probeId, latencyMs: source.latencyMs } };
}

async function write(operation: Operation, { told: { code, name }, draft, standing, change }: Planned): Promise<void> {
  if (change === 'unchanged') return;
  if (standing === undefined) await createObjective(operation, { body: { code, name, draft } });
  else await saveObjectiveDraft(operation, { params: { id: standing.id }, body: { revision: standing.revision, name, draft } });
}
