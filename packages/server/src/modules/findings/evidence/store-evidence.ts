import { sql } from 'kysely';
import type { EvidenceDraft, EvidenceFigure } from '@zhiheng/contract/findings/findings';
import { invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';

/** Evidence, of which parts that are left out are as usual. */
export type GivenEvidence = Pick<EvidenceDraft, 'kind'> & Partial<EvidenceDraft>;

/** Attaches what is not attached yet; returns how much that was. */
export async function storeEvidence(operation: Operation, findingId: string, drafts: readonly GivenEvidence[]): Promise<number> {
  if (drafts.length === 0) return 0;
  const { db, orgId, actor, now } = operation;
  const rows = drafts.map((draft, at) => ({
    id: newId(),
    kind: draft.kind,
    entity: entityOfEvidence(draft),
    label: labelOf(draft, at),
    note: draft.note ?? '',
    href: draft.figure?.href ?? draft.href ?? null,
    figure: figureOf(draft, at),
  }));
  const { rows: stored } = await sql`
    insert into finding_evidence (org_id, id, finding_id, kind, entity_id, label, note, href, figure, at, added_by)
    select ${orgId}, r.id, ${findingId}, r.kind, r.entity, r.label, r.note, r.href, r.figure, ${now}, ${actor.accountId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id uuid, kind text, entity text, label jsonb, note text, href text, figure jsonb)
    on conflict (org_id, finding_id, kind, entity_id) do nothing returning id`.execute(db);
  return stored.length;
}

/** A figure is itself by what it says of when and where; a note is always another one. */
function entityOfEvidence({ kind, entityId, figure }: GivenEvidence): string {
  if (kind === 'figure' && figure !== null && figure !== undefined) return entityId ?? figureKey(figure);
  return entityId ?? newId();
}

function figureKey({ indicator, name, period, from, to, slice }: EvidenceFigure): string {
  const place = [slice.serviceId, slice.teamId, slice.siteId, slice.segmentId].map((id) => id ?? '').join(',');
  return [indicator ?? name.zh, period ?? `${from ?? ''}/${to ?? ''}`, place].join('|').slice(0, 400);
}

function labelOf({ kind, label, figure, note = '' }: GivenEvidence, at: number): { readonly zh: string; readonly en: string } {
  if (label !== undefined) return label;
  if (figure !== null && figure !== undefined) return figure.name;
  if (kind === 'note' && note !== '') return { zh: note.slice(0, 80), en: note.slice(0, 80) };
  throw invalidField(`evidence.${at}.label`, 'required');
}

function figureOf({ kind, figure }: GivenEvidence, at: number): EvidenceFigure | null {
  if (kind !== 'figure') return null;
  if (figure === null || figure === undefined) throw invalidField(`evidence.${at}.figure`, 'required');
  return figure;
}
