import { sql } from 'kysely';
import type { PackDemoStudy } from '@zhiheng/contract/packs/pack-fieldwork';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import type { DemoTarget } from './store-demo-fieldwork.ts';

type Codes = ReadonlyMap<string, string>;

/** The code book of a study, parents first. Returns ids by code. */
export async function writeCodes({ db, orgId }: Operation, { studyId }: DemoTarget, codes: PackDemoStudy['codes']): Promise<Codes> {
  const ids = new Map(codes.map(({ code }) => [code, newId()]));
  const rows = codes.map(({ code, name, meaning, parent }, position) => ({
    ...{ id: ids.get(code), name, meaning, position },
    parent: parent === undefined ? null : (ids.get(parent) ?? null),
  }));
  const json = JSON.stringify(rows.toSorted((a, b) => Number(a.parent !== null) - Number(b.parent !== null)));
  await sql`
    insert into field_code (org_id, id, study_id, parent_id, name, meaning, position)
    select ${orgId}, r.id, ${studyId}, r.parent, r.name, r.meaning, r.position
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, parent uuid, name jsonb, meaning jsonb, position int4)`.execute(db);
  return ids;
}

interface NotedTarget extends DemoTarget {
  readonly codes: Codes;
  /** numbers of sessions go on from here */
  readonly from: number;
}

const dayLength = 86_400_000;

/** Sessions that were written down, with their participants and quotes. */
export async function writeNoted(operation: Operation, target: NotedTarget, sessions: PackDemoStudy['sessions']): Promise<void> {
  const { db, orgId, now, actor } = operation;
  const byTime = sessions.toSorted((a, b) => b.days_ago - a.days_ago);
  for (const [at, session] of byTime.entries()) {
    const id = newId();
    const startsAt = new Date(now.getTime() - session.days_ago * dayLength);
    await sql`
      insert into field_session (org_id, id, study_id, number, state, starts_at, minutes, place, site_id, conductor_id, held_at, notes, notes_version,
        notes_saved_at, notes_saved_by, created_at, updated_at)
      values (${orgId}, ${id}, ${target.studyId}, ${target.from + at + 1}, 'held', ${startsAt}, 45, ${session.place},
        ${target.units.get(`site ${session.site ?? ''}`) ?? null}::uuid, ${actor.accountId}::uuid, ${startsAt}, ${session.notes}, 2, ${startsAt},
        ${actor.accountId}::uuid, ${startsAt}, ${startsAt})`.execute(db);
    await writeParticipants(operation, { id, units: target.units }, session.participants);
    await writeQuotes(operation, { id, startsAt, codes: target.codes }, session);
  }
}

type Session = PackDemoStudy['sessions'][number];

async function writeParticipants(
  { db, orgId }: Operation,
  { id, units }: Pick<DemoTarget, 'units'> & { readonly id: string },
  participants: Session['participants'],
): Promise<void> {
  const rows = participants.map(({ label, segment }, position) => ({
    ...{ id: newId(), label, position },
    segment: units.get(`segment ${segment ?? ''}`) ?? null,
  }));
  await sql`
    insert into field_participant (org_id, id, session_id, label, segment_id, consent, position)
    select ${orgId}, r.id, ${id}, r.label, r.segment, true, r.position
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, label text, segment uuid, position int4)`.execute(db);
}

interface Written {
  readonly id: string;
  readonly startsAt: Date;
  readonly codes: Codes;
}

/** What does not stand in the notes word for word would be no quote. */
async function writeQuotes({ db, orgId, actor }: Operation, { id, startsAt, codes }: Written, { notes, quotes }: Session): Promise<void> {
  for (const { text, codes: named, memo } of quotes) {
    const begins = notes.indexOf(text);
    if (begins < 0) throw new RangeError(`the notes of the demo do not hold: ${text}`);
    const quoteId = newId();
    await sql`
      insert into field_quote (org_id, id, session_id, begins, ends, text, memo, coder_id, created_at, updated_at)
      values (${orgId}, ${quoteId}, ${id}, ${begins}, ${begins + text.length}, ${text}, ${memo}, ${actor.accountId}::uuid, ${startsAt}, ${startsAt})`.execute(
      db,
    );
    const ids = named.flatMap((code) => codes.get(code) ?? []);
    await sql`insert into field_quote_code (org_id, quote_id, code_id) select ${orgId}, ${quoteId}, c from unnest(${ids}::uuid[]) c`.execute(
      db,
    );
  }
}
