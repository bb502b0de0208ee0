import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { createFieldSession, FieldParticipant } from '@zhiheng/contract/fieldwork/sessions';
import { givenFields } from '../../../platform/changes-between.ts';
import { forbidden, invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { isMasked, maskEmail, maskName, maskPhone } from '../../customers/index.ts';
import { checkPlaces } from '../../feedback/index.ts';

type Entered = Parsed<typeof createFieldSession>['body']['participants'][number];
type Stored = Omit<FieldParticipant, 'segmentName'>;

const select = ({ db, orgId }: Operation, sessionId: string) =>
  sql<FieldParticipant>`
  select p.id, p.label, p.name, p.contact, p.segment_id as "segmentId", p.customer_id as "customerId", p.consent, p.consent_note as "consentNote",
    g.name as "segmentName"
  from field_participant p left join segment g on g.org_id = ${orgId} and g.id = p.segment_id
  where p.org_id = ${orgId} and p.session_id = ${sessionId} order by p.position`.execute(db);

/** Who takes part, as the caller may see them. */
export async function readParticipants(operation: Operation, sessionId: string): Promise<FieldParticipant[]> {
  const { rows } = await select(operation, sessionId);
  return isMasked(operation.actor) ? rows.map(masked) : rows;
}

const masked = (participant: FieldParticipant): FieldParticipant => ({
  ...participant,
  name: maskName(participant.name),
  contact: participant.contact.includes('@') ? maskEmail(participant.contact) : maskPhone(participant.contact),
});

const unknown: Omit<Stored, 'id' | 'label'> = {
  name: '',
  contact: '',
  segmentId: null,
  customerId: null,
  consent: false,
  consentNote: '',
};

/** Makes these the participants. What is left out of somebody who is known stays, so that who sees masks cannot write them back. */
export async function writeParticipants(operation: Operation, sessionId: string, entered: readonly Entered[]): Promise<void> {
  const personal = entered.some(({ name, contact }) => name !== undefined || contact !== undefined);
  if (personal && isMasked(operation.actor)) throw forbidden('customers.personal');
  const { rows } = await select(operation, sessionId);
  const known = new Map(rows.map(({ segmentName: _segmentName, ...row }) => [row.id, row]));
  const participants = entered.map((one, at): Stored => {
    const before = one.id === undefined ? { ...unknown, id: newId(), label: one.label } : known.get(one.id);
    if (before === undefined || (one.id !== undefined && entered.findIndex(({ id }) => id === one.id) !== at))
      throw invalidField(`participants.${at}.id`, 'unknown_participant');
    return { ...before, ...givenFields(one) };
  });
  for (const [at, { segmentId, customerId }] of participants.entries())
    await checkPlaces(operation, { segmentId, customerId }, `participants.${at}.`);
  await store(operation, sessionId, participants);
}

async function store({ db, orgId }: Operation, sessionId: string, participants: readonly Stored[]): Promise<void> {
  await sql`delete from field_participant where org_id = ${orgId} and session_id = ${sessionId}`.execute(db);
  const rows = JSON.stringify(participants.map((one, position) => ({ ...one, position })));
  await sql`
    insert into field_participant (org_id, id, session_id, label, name, contact, segment_id, customer_id, consent, consent_note, position)
    select ${orgId}, r.id, ${sessionId}, r.label, r.name, r.contact, r."segmentId", r."customerId", r.consent, r."consentNote", r.position
    from jsonb_to_recordset(${rows}::jsonb) as r (id uuid, label text, name text, contact text, "segmentId" uuid, "customerId" uuid,
      consent boolean, "consentNote" text, position int4)`.execute(db);
}
