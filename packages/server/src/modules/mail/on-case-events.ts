import { sql } from 'kysely';
import type { Locale } from '@zhiheng/contract/values/text';
import type { DomainEvent, Subscriber } from '../../platform/events/subscriber.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordDelivery } from '../cases/index.ts';
import { readSettings, type StoredSettings } from './mail-settings.ts';
import { enqueue, type QueuedMail } from './queue-mail.ts';
import { fillTemplate } from './template.rules.ts';

/** Puts public replies and confirmations of new cases into the outbox. */
export const mailSubscriber: Subscriber = {
  name: 'mail',
  types: ['case.opened', 'case.entry-added'],
  async handle(operation, events) {
    const settings = await readSettings(operation);
    if (settings.outgoing === null) return;
    for (const event of events) {
      if (event.type === 'case.opened') await confirm(operation, settings, event);
      else if (event.data.kind === 'reply') await sendReply(operation, settings, event);
    }
  },
};

interface Addressed {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly description: string;
  readonly name: string;
  readonly recipient: string;
  readonly language: Locale;
  readonly organisation: string;
  /** the newest mail of the customer, and all of the thread, the oldest first */
  readonly replyToId: string | null;
  readonly referenceIds: readonly string[];
}

const addressed = (
  orgId: string,
) => sql`c.id, c.number, c.subject, c.description, c.contact_name as name, lower(c.contact_email) as recipient, c.language,
  (select name from organisation where org_id = ${orgId}) as organisation,
  (select message_id from mail_in where org_id = ${orgId} and case_id = c.id and message_id is not null order by at desc, id desc limit 1) as "replyToId",
  array(select message_id from (
    select message_id, at from mail_in where org_id = ${orgId} and case_id = c.id and message_id is not null
    union all select message_id, created_at from mail_out where org_id = ${orgId} and case_id = c.id and kind <> 'notice'
    order by at desc limit 20) m order by at) as "referenceIds"`;

/** What was told by telephone or in person is not mailed as well. */
const mailedChannels = ['email', 'portal'];

interface Reply extends Addressed {
  readonly entryId: string;
  readonly message: string;
  readonly automatic: boolean;
}

async function sendReply(operation: Operation, { texts }: StoredSettings, event: DomainEvent): Promise<void> {
  const { db, orgId } = operation;
  // The entry of a save bears the time of its event; a merge may have moved it.
  const { rows } = await sql<Reply>`
    select ${addressed(orgId)}, e.id as "entryId", e.body as message, e.author_kind = 'system' as automatic
    from service_case old
    join case_entry e on e.org_id = ${orgId} and e.case_id in (old.id, old.merged_into) and e.at = ${event.at} and e.kind = 'reply'
    join service_case c on c.org_id = ${orgId} and c.id = e.case_id
    where old.org_id = ${orgId} and old.id = ${event.entityId} and c.contact_email <> '' and (e.channel is null or e.channel = any(${mailedChannels}))`.execute(
    db,
  );
  for (const reply of rows) {
    const { id, entryId, message, automatic } = reply;
    const words = fillTemplate(texts.reply[reply.language], texts.signature[reply.language], valuesOf(reply, { message }));
    const queued = await enqueue(operation, { ...mailOf(reply), ...words, key: `reply:${entryId}`, kind: 'reply', entryId, automatic });
    if (queued === 'queued') await recordDelivery(operation, { caseId: id, entryId }, 'waiting');
  }
}

/** One address is told at most so often in an hour: two machines must not talk each other to death. */
const mostConfirmations = 5;

async function confirm(operation: Operation, { texts, confirms }: StoredSettings, event: DomainEvent): Promise<void> {
  if (!confirms || !mailedChannels.includes(String(event.data.channel))) return;
  const { db, orgId, now } = operation;
  const { rows } = await sql<Addressed>`
    select ${addressed(orgId)} from service_case c
    where c.org_id = ${orgId} and c.id = ${event.entityId} and c.contact_email <> '' and not c.anonymous and c.status not in ('closed', 'cancelled', 'merged')
      and not exists (select from mail_in i where i.org_id = ${orgId} and i.case_id = c.id and i.automatic)
      and (select count(*) from mail_out o where o.org_id = ${orgId} and o.recipient = lower(c.contact_email) and o.kind = 'confirmation'
        and o.created_at > ${now}::timestamptz - interval '1 hour') < ${mostConfirmations}`.execute(db);
  for (const opened of rows) {
    const words = fillTemplate(texts.confirmation[opened.language], texts.signature[opened.language], valuesOf(opened, {}));
    await enqueue(operation, { ...mailOf(opened), ...words, key: `confirmation:${opened.id}`, kind: 'confirmation', automatic: true });
  }
}

const customer = { zh: '客户', en: 'customer' } as const;

const valuesOf = ({ number, subject, description, name, organisation, language }: Addressed, more: Record<string, string>) => ({
  ...{ number, subject, description, organisation, name: name || customer[language] },
  ...more,
});

const mailOf = ({
  id,
  recipient,
  language,
  replyToId,
  referenceIds,
}: Addressed): Omit<QueuedMail, 'key' | 'kind' | 'subject' | 'body' | 'automatic'> => ({
  ...{ caseId: id, entryId: null, recipient, language, replyToId, referenceIds },
});
