import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type {
  createWebhook as createEndpoint,
  rotateWebhookSecret as rotateEndpoint,
  updateWebhook as updateEndpoint,
  Webhook,
} from '@zhiheng/contract/open-data/webhooks';
import { changesBetween } from '../../../platform/changes-between.ts';
import { changedMeanwhile, invalidField } from '../../../platform/errors.ts';
import { newId, newSecret } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { faultOfAddress } from '../../../platform/outbound/fault-of-address.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { placeOf, type Reaching } from './sealed-webhook.ts';
import { readWebhook } from './webhook-rows.ts';

/** So long the former secret signs beside the new one. */
const overlapMs = 86_400_000;

const eventOf = ({ id, name }: Pick<Webhook, 'id' | 'name'>) => ({ kind: 'webhook', id, label: name });

export const createWebhook =
  (reaching: Reaching) =>
  async (operation: Operation, { body }: Parsed<typeof createEndpoint>): Promise<Reply<typeof createEndpoint>> => {
    const { db, orgId, now, actor } = operation;
    const id = newId();
    const secret = newSecret();
    const { name, types } = body;
    const sealed = {
      ...addressColumns(reaching, { orgId, id, url: body.url }),
      sealed_secret: reaching.sealer.seal(secret, placeOf(orgId, id, 'secret')),
    };
    await db
      .insertInto('webhook')
      .values({ org_id: orgId, id, name, types, created_at: now, created_by: actor.accountId, ...sealed })
      .execute();
    const webhook = await readWebhook(operation, id);
    await recordEvent(operation, { type: 'webhook.created', entity: eventOf(webhook), data: { host: webhook.host, types } });
    return { webhook, secret };
  };

export const updateWebhook =
  (reaching: Reaching) =>
  async (operation: Operation, { params, body }: Parsed<typeof updateEndpoint>): Promise<Webhook> => {
    const { db, orgId, now } = operation;
    const before = await lockWebhook(operation, params.id);
    if (before.version !== body.version) throw changedMeanwhile();
    const { name, types, state, url } = body;
    const address = url === undefined ? {} : addressColumns(reaching, { orgId, id: params.id, url });
    await db
      .updateTable('webhook')
      .set({ name, types, state, version: before.version + 1, ...address })
      .where('org_id', '=', orgId)
      .where('id', '=', params.id)
      .execute();
    if (state === 'active' && before.state !== 'active')
      await sql`update webhook_delivery set attempts = 0, next_at = ${now} where org_id = ${orgId} and webhook_id = ${params.id} and state = 'waiting'`.execute(
        db,
      );
    const webhook = await readWebhook(operation, params.id);
    const part = ({ name: was, types: told, state: stood, host }: Webhook) => ({ name: was, types: told, state: stood, host });
    await recordEvent(operation, { type: 'webhook.changed', entity: eventOf(webhook), data: changesBetween(part(before), part(webhook)) });
    return webhook;
  };

export const rotateWebhookSecret =
  ({ sealer }: Reaching) =>
  async (operation: Operation, { params }: Parsed<typeof rotateEndpoint>): Promise<Reply<typeof rotateEndpoint>> => {
    const { db, orgId, now } = operation;
    await lockWebhook(operation, params.id);
    const secret = newSecret();
    await sql`
      update webhook set sealed_former_secret = sealed_secret, former_secret_until = ${new Date(now.getTime() + overlapMs)},
        sealed_secret = ${sealer.seal(secret, placeOf(orgId, params.id, 'secret'))}, version = version + 1
      where org_id = ${orgId} and id = ${params.id}`.execute(db);
    const webhook = await readWebhook(operation, params.id);
    await recordEvent(operation, { type: 'webhook.secret-rotated', entity: eventOf(webhook) });
    return { webhook, secret };
  };

interface Address {
  readonly orgId: string;
  readonly id: string;
  readonly url: string;
}

function addressColumns({ sealer, allowed }: Reaching, { orgId, id, url }: Address) {
  const fault = faultOfAddress(url, allowed);
  if (fault !== null) throw invalidField('url', fault);
  return { host: new URL(url).host, sealed_url: sealer.seal(url, placeOf(orgId, id, 'url')) };
}

async function lockWebhook(operation: Operation, id: string): Promise<Webhook> {
  await sql`select 1 from webhook where org_id = ${operation.orgId} and id = ${id} for update`.execute(operation.db);
  return readWebhook(operation, id);
}
