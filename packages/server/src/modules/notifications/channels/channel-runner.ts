import { sql } from 'kysely';
import type { NotificationKind } from '@zhiheng/contract/notifications/notifications';
import type { Locale } from '@zhiheng/contract/values/text';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { Lanes } from '../../../platform/outbound/lanes.ts';
import type { Posted } from '../../../platform/outbound/post.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { sentenceOf } from '../mail-words.rules.ts';
import { mostPerMinute, nextAttempt } from './answer.rules.ts';
import type { ChannelMessage } from './message.rules.ts';
import type { Reaching } from './save-channel.ts';
import { sayToChannel, type SealedChannel } from './say-to-channel.ts';

/** So many channels are spoken to at the same time by one process. */
const mostAtOnce = 10;
/** When this process dies over a message, another one sends it after so long. */
const leaseSeconds = 60;

interface Due extends SealedChannel {
  readonly deliveryId: string;
  readonly notice: NotificationKind;
  readonly label: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly person: string | null;
  readonly at: Date;
  readonly attempts: number;
  readonly language: Locale;
}

interface Parts extends Reaching {
  readonly root: Db;
  readonly publicUrl: string | null;
}

/** Sends what waits for robots and webhooks. A channel that does not answer keeps only itself waiting. */
export class ChannelRunner {
  private readonly lanes = new Lanes(mostAtOnce);

  constructor(private readonly parts: Parts) {}

  /** Starts what is due; with `wait` it returns when all of that is recorded. */
  async sweep({ now = new Date(), wait = false } = {}): Promise<void> {
    const { rows } = await sql<{ orgId: string; channelId: string }>`
      select org_id as "orgId", channel_id as "channelId" from channels_with_due_deliveries(${now})`.execute(this.parts.root);
    for (const { orgId, channelId } of rows) this.lanes.start(channelId, () => this.empty(orgId, channelId, now));
    if (wait) await this.lanes.idle();
  }

  /** Sends one after another until nothing is due, the minute is used up, or the other side does not take any. */
  private async empty(orgId: string, channelId: string, now: Date): Promise<void> {
    const { root, publicUrl } = this.parts;
    const inside = <T>(work: (operation: Operation) => Promise<T>): Promise<T> =>
      inOrganisation(root, orgId, (db) => work({ db, orgId, actor: systemActor, now }));
    for (let goesOn = true; goesOn;) {
      const due = await inside((operation) => claim(operation, channelId));
      if (due === null) return;
      const posted = await sayToChannel(this.parts, due, messageOf(due, publicUrl));
      await inside((operation) => record(operation, due, posted));
      goesOn = posted.failure === null || posted.failure === 'refused';
    }
  }
}

function messageOf({ deliveryId, notice, params, path, language, label, person, at }: Due, publicUrl: string | null): ChannelMessage {
  const link = publicUrl === null ? null : `${publicUrl.replace(/\/+$/, '')}${path}`;
  return { id: deliveryId, title: sentenceOf(notice, params, language), label, person, kind: notice, at, link, language };
}

/** Takes the next message, unless the channel has had its share of this minute. The channel is locked, so that several processes count together. */
async function claim({ db, orgId, now }: Operation, channelId: string): Promise<Due | null> {
  const { rows: channels } = await sql<{ kind: Due['kind']; tried: number }>`
    select c.kind, (select count(*)::int4 from notification_delivery d where d.org_id = ${orgId} and d.channel_id = c.id
      and d.tried_at > ${now}::timestamptz - interval '1 minute') as tried
    from notification_channel c where c.org_id = ${orgId} and c.id = ${channelId} and c.active for no key update`.execute(db);
  const [channel] = channels;
  if (channel === undefined || channel.tried >= mostPerMinute[channel.kind]) return null;
  const { rows } = await sql<Due>`
    update notification_delivery d set attempts = attempts + 1, tried_at = ${now}, next_at = ${now}::timestamptz + make_interval(secs => ${leaseSeconds})
    from notification_channel c
    where d.org_id = ${orgId} and c.org_id = ${orgId} and c.id = d.channel_id and d.id = (
      select id from notification_delivery where org_id = ${orgId} and channel_id = ${channelId} and state = 'waiting' and next_at <= ${now}
      order by next_at, id limit 1)
    returning d.org_id as "orgId", c.id, c.kind, c.sealed_url as "sealedUrl", c.sealed_secret as "sealedSecret", c.language, d.id as "deliveryId",
      d.kind as notice, d.label, d.params, d.at, d.attempts,
      (select name from account a where a.org_id = ${orgId} and a.id = d.account_id) as person,
      case d.entity_kind when 'case' then '/app/cases/' || d.entity_id when 'campaign' then '/app/campaigns/' || d.entity_id
        else '/app/notifications' end as path`.execute(db);
  return rows[0] ?? null;
}

/** What is wrong with the address befalls the other messages too: all of them wait. */
async function record(operation: Operation, { id, deliveryId, attempts, label }: Due, posted: Posted): Promise<void> {
  const { db, orgId, now } = operation;
  const { failure, status, detail } = posted;
  await sql`update notification_channel set tried_at = ${now}, failure = ${failure} where org_id = ${orgId} and id = ${id}`.execute(db);
  const next = nextAttempt(posted, attempts, now);
  const state = failure === null ? 'sent' : next === null ? 'failed' : 'waiting';
  await sql`
    update notification_delivery set state = ${state}, sent_at = ${failure === null ? now : null}, next_at = ${next ?? now}, failure = ${failure},
      status = ${status}, detail = ${detail}
    where org_id = ${orgId} and id = ${deliveryId}`.execute(db);
  if (next !== null)
    await sql`update notification_delivery set next_at = ${next} where org_id = ${orgId} and channel_id = ${id} and state = 'waiting' and next_at < ${next}`.execute(
      db,
    );
  if (state !== 'failed') return;
  const entity = { kind: 'notification-delivery', id: deliveryId, label };
  await recordEvent(operation, { type: 'notification-delivery.failed', entity, data: { channelId: id, failure, status } });
}
