import { sql } from 'kysely';
import { newId } from '../../platform/identifier.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { unitParts, type IncomingRow, type StoreRequest, type UnitPart } from './incoming-rows.ts';

/** Ids of units by what a row may call them: code, or either name. */
export type UnitIndex = Readonly<Record<UnitPart, ReadonlyMap<string, string>>>;

interface NamedUnit {
  readonly part: UnitPart;
  readonly id: string;
  readonly code: string;
  readonly zh: string | null;
  readonly en: string | null;
}

/** Loads the units of an organisation and, where asked, creates those that rows name and nobody knows. */
export async function indexUnits(operation: Operation, request: StoreRequest): Promise<UnitIndex> {
  const known = await readUnits(operation);
  const missing = missingUnits(known, request);
  for (const unit of missing) await createUnit(operation, unit);
  return missing.length > 0 ? readUnits(operation) : known;
}

export async function readUnits({ db, orgId }: Operation): Promise<UnitIndex> {
  const { rows } = await sql<NamedUnit>`
    select 'service' as part, id, code, name->>'zh' as zh, name->>'en' as en from service where org_id = ${orgId} and deleted_at is null
    union all select 'team', id, code, name->>'zh', name->>'en' from team where org_id = ${orgId} and deleted_at is null
    union all select 'site', id, code, name->>'zh', name->>'en' from site where org_id = ${orgId} and deleted_at is null
    union all select 'segment', id, code, name->>'zh', name->>'en' from segment where org_id = ${orgId} and deleted_at is null
  `.execute(db);
  const index = {
    service: new Map<string, string>(),
    team: new Map<string, string>(),
    site: new Map<string, string>(),
    segment: new Map<string, string>(),
  };
  // Codes last: where a name of one unit is the code of another, the code wins.
  for (const unit of rows) for (const name of [unit.zh, unit.en]) if (name !== null) index[unit.part].set(spoken(name), unit.id);
  for (const unit of rows) index[unit.part].set(spoken(unit.code), unit.id);
  return index;
}

/** Names are compared without regard to case and surrounding space. */
export const spoken = (name: string): string => name.trim().toLowerCase();

function missingUnits(known: UnitIndex, request: StoreRequest): { part: UnitPart; name: string }[] {
  const missing = new Map<string, { part: UnitPart; name: string }>();
  for (const part of unitParts.filter((candidate) => request.createMissing?.[candidate] === true)) {
    for (const name of new Set(request.rows.map((row) => row[part]))) {
      if (name !== undefined && !known[part].has(spoken(name))) missing.set(`${part}:${spoken(name)}`, { part, name: name.trim() });
    }
  }
  return [...missing.values()];
}

async function createUnit(operation: Operation, { part, name }: { part: UnitPart; name: string }): Promise<void> {
  const id = newId();
  const names = JSON.stringify({ zh: name, en: name });
  const code = `${codeOf(name)}-${id.slice(-6)}`;
  const row = { org_id: operation.orgId, id, code, name: names };
  if (part === 'service') {
    await operation.db
      .insertInto('service')
      .values({ ...row, type: 'imported', description: JSON.stringify({ zh: '', en: '' }) })
      .execute();
  } else {
    await operation.db.insertInto(part).values(row).execute();
  }
  await recordEvent(operation, { type: part === 'service' ? 'service.created' : 'unit.created', entity: { kind: part, id, label: name } });
}

/** Latin letters and digits of a name, as the readable part of a code. */
function codeOf(name: string): string {
  const latin = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return /^[a-z]/.test(latin) ? latin.slice(0, 40).replace(/-+$/, '') : 'unit';
}

export interface SubjectParts {
  readonly service: string | null;
  readonly team: string | null;
  readonly site: string | null;
  readonly segment: string | null;
}

/** Units that a row names, or the first part that nobody knows. */
export function partsOf(row: IncomingRow, units: UnitIndex): { readonly parts: SubjectParts } | { readonly unknown: UnitPart } {
  const parts: Record<UnitPart, string | null> = { service: null, team: null, site: null, segment: null };
  for (const part of unitParts) {
    const name = row[part];
    if (name === undefined || name === '') continue;
    const id = units[part].get(spoken(name));
    if (id === undefined) return { unknown: part };
    parts[part] = id;
  }
  return { parts };
}

export const subjectKey = (parts: SubjectParts): string =>
  `${parts.service ?? ''}/${parts.team ?? ''}/${parts.site ?? ''}/${parts.segment ?? ''}`;

/** Ids of the subjects, made where new, by `subjectKey`. */
export async function ensureSubjects({ db, orgId }: Operation, wanted: ReadonlyMap<string, SubjectParts>): Promise<Map<string, string>> {
  if (wanted.size === 0) return new Map();
  const known = await readSubjects(db, orgId);
  const missing = [...wanted].filter(([key]) => !known.has(key)).map(([, parts]) => parts);
  if (missing.length === 0) return known;
  await db
    .insertInto('subject')
    .values(
      missing.map((p) => ({ org_id: orgId, id: newId(), service_id: p.service, team_id: p.team, site_id: p.site, segment_id: p.segment })),
    )
    .onConflict((conflict) => conflict.constraint('subject_exists').doNothing())
    .execute();
  return readSubjects(db, orgId);
}

async function readSubjects(db: Operation['db'], orgId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('subject')
    .select(['id', 'service_id', 'team_id', 'site_id', 'segment_id'])
    .where('org_id', '=', orgId)
    .execute();
  return new Map(rows.map((r) => [subjectKey({ service: r.service_id, team: r.team_id, site: r.site_id, segment: r.segment_id }), r.id]));
}
