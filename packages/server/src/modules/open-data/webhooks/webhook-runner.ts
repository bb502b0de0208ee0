import { sql } from 'kysely';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { Lanes } from '../../../platform/outbound/lanes.ts';
import { post, type Posted } from '../../../platform/outbound/post.ts';
import { signatureHeader, signBody } from '../../../platform/outbound/sign-body.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { nextAttempt } from './retry.rules.ts';
import { placeOf, type Reaching } from './sealed-webhook.ts';

/** So many programs are spoken to at the same time by one process. */
const mostAtOnce = 10;
const timeoutMs = 10_000;
/** When this process dies over an event, another one sends it after so long. */
const leaseSeconds = 60;

interface Due {
  readonly orgId: string;
  readonly id: string;
  readonly deliveryId: string;
  readonly body: string;
  readonly attempts: number;
  readonly sealedUrl: string;
  readonly secrets: readonly string[];
}

interface Parts extends Reaching {
  readonly root: Db;
}

/** Tells programs what waits for them. One that does not answer keeps only itself waiting. */
export class WebhookRunner {
  private readonly lanes = new Lanes(mostAtOnce);

  constructor(private readonly parts: Parts) {}

  /** Starts what is due; with `wait` it returns when all of that is recorded. */
  async sweep({ now = new Date(), wait = false } = {}): Promise<void> {
    const { rows } = await sql<{ orgId: string; webhookId: string }>`
      select org_id as "orgId", webhook_id as "webhookId" from webhooks_with_due_deliveries(${now})`.execute(this.parts.root);
    for (const { orgId, webhookId } of rows) this.lanes.start(webhookId, () => this.empty(orgId, webhookId, now));
    if (wait) await this.lanes.idle();
  }

  private async empty(orgId: string, webhookId: string, now: Date): Promise<void> {
    const inside = <T>(work: (operation: Operation) => Promise<T>): Promise<T> =>
      inOrganisation(this.parts.root, orgId, (db) => work({ db, orgId, actor: systemActor, now }));
    for (let goesOn = true; goesOn;) {
      const due = await inside((operation) => claim(operation, webhookId));
      if (due === null) return;
      const posted = await tell(this.parts, due);
      await inside((operation) => record(operation, due, posted));
      goesOn = posted.failure === null;
    }
  }
}

async function tell({ sealer, allowed }: Reaching, { orgId, id, sealedUrl, secrets, body }: Due): Promise<Posted> {
  const url = sealer.unseal(sealedUrl, placeOf(orgId, id, 'url'));
  const opened = secrets.flatMap((sealed) => sealer.unseal(sealed, placeOf(orgId, id, 'secret')) ?? []);
  if (url === null || opened.length === 0) return { failure: 'secret-lost', status: null, detail: '', retryAfterSeconds: null };
  const headers = { 'content-type': 'application/cloudevents+json; charset=utf-8', [signatureHeader]: signBody(body, opened, new Date()) };
  return post({ url, body, headers }, { timeoutMs, allowed });
}

/** The oldest first. The webhook is locked, so that of several processes one at a time takes from it. */
async function claim({ db, orgId, now }: Operation, webhookId: string): Promise<Due | null> {
  const { rows } = await sql<Due>`
    with locked as (
      select * from webhook where org_id = ${orgId} and id = ${webhookId} and state = 'active' for no key update skip locked
    )
    update webhook_delivery d set attempts = attempts + 1, tried_at = ${now}, next_at = ${now}::timestamptz + make_interval(secs => ${leaseSeconds})
    from locked w
    where d.org_id = ${orgId} and d.id = (
      select id from webhook_delivery where org_id = ${orgId} and webhook_id = w.id and state = 'waiting' and next_at <= ${now}
      order by id limit 1)
    returning d.org_id as "orgId", w.id, d.id as "deliveryId", d.body, d.attempts, w.sealed_url as "sealedUrl",
      case when w.former_secret_until > ${now} then array[w.sealed_secret, w.sealed_former_secret] else array[w.sealed_secret] end as secrets`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** When a day went by without one success, it is disabled and somebody is told. What waits stays for when it is switched on again. */
async function record(operation: Operation, { id, deliveryId, attempts }: Due, posted: Posted): Promise<void> {
  const { db, orgId, now } = operation;
  const { failure, status, detail } = posted;
  await sql`update webhook set tried_at = ${now}, failure = ${failure} where org_id = ${orgId} and id = ${id}`.execute(db);
  const next = nextAttempt(posted, attempts, now);
  const state = failure === null ? 'sent' : next === null ? 'failed' : 'waiting';
  await sql`
    update webhook_delivery set state = ${state}, sent_at = ${failure === null ? now : null}, next_at = ${next ?? now}, failure = ${failure},
      status = ${status}, detail = ${detail}
    where org_id = ${orgId} and id = ${deliveryId}`.execute(db);
  if (failure === null) return;
  if (next !== null) {
    await sql`update webhook_delivery set next_at = ${next} where org_id = ${orgId} and webhook_id = ${id} and state = 'waiting' and next_at < ${next}`.execute(
      db,
    );
    return;
  }
  const { rows } = await sql<{ name: string; createdBy: string | null }>`
    update webhook set state = 'disabled', version = version + 1 where org_id = ${orgId} and id = ${id} and state = 'active'
    returning name, created_by as "createdBy"`.execute(db);
  const [disabled] = rows;
  if (disabled === undefined) return;
  const entity = { kind: 'webhook', id, label: disabled.name };
  await recordEvent(operation, { type: 'webhook.disabled', entity, data: { failure, status, ownerId: disabled.createdBy } });
}
