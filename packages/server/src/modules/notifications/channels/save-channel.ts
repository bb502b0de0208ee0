import { sql } from 'kysely';
import type { BlockList } from 'node:net';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Channel, createChannel as createEndpoint, updateChannel as updateEndpoint } from '@zhiheng/contract/notifications/channels';
import { changesBetween } from '../../../platform/changes-between.ts';
import { changedMeanwhile, invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import type { Sealer } from '../../../platform/sealed/sealer.ts';
import { checkAddress, placeOf } from './channel-address.ts';
import { readChannel } from './channel-rows.ts';

/** What channels need from the platform. */
export interface Reaching {
  readonly sealer: Sealer;
  readonly allowed: BlockList;
}

const eventOf = ({ id, name }: Channel) => ({ kind: 'notification-channel', id, label: name });

export const createChannel =
  ({ sealer, allowed }: Reaching) =>
  async (operation: Operation, { body }: Parsed<typeof createEndpoint>): Promise<Channel> => {
    const { db, orgId, now } = operation;
    checkAddress(body.kind, body.url, allowed);
    const id = newId();
    const { kind, name, language, kinds, choosable, active, url, secret } = body;
    const sealed_secret = secret === null ? null : sealer.seal(secret, placeOf(orgId, id, 'secret'));
    const sealed = { host: new URL(url).host, sealed_url: sealer.seal(url, placeOf(orgId, id, 'url')), sealed_secret };
    await db
      .insertInto('notification_channel')
      .values({ org_id: orgId, id, kind, name, language, kinds, choosable, active, created_at: now, ...sealed })
      .execute();
    const channel = await readChannel(operation, id);
    const data = { kind, host: channel.host, kinds, choosable, active };
    await recordEvent(operation, { type: 'notification-channel.created', entity: eventOf(channel), data });
    return channel;
  };

export const updateChannel =
  (reaching: Reaching) =>
  async (operation: Operation, { params, body }: Parsed<typeof updateEndpoint>): Promise<Channel> => {
    const { db, orgId } = operation;
    await sql`select 1 from notification_channel where org_id = ${orgId} and id = ${params.id} for update`.execute(db);
    const before = await readChannel(operation, params.id);
    if (before.version !== body.version) throw changedMeanwhile();
    const { name, language, kinds, choosable, active } = body;
    await db
      .updateTable('notification_channel')
      .set({ name, language, kinds, choosable, active, version: before.version + 1, ...sealedChanges(reaching, { orgId, before, body }) })
      .where('org_id', '=', orgId)
      .where('id', '=', params.id)
      .execute();
    const channel = await readChannel(operation, params.id);
    const { health: _, waiting: _w, failed: _f, version: _v, ...shown } = before;
    const data = {
      ...changesBetween(shown, { ...shown, ...channel }),
      ...(body.secret === undefined ? {} : { secret: { from: null, to: null } }),
    };
    await recordEvent(operation, { type: 'notification-channel.changed', entity: eventOf(channel), data });
    return channel;
  };

interface Change {
  readonly orgId: string;
  readonly before: Channel;
  readonly body: Parsed<typeof updateEndpoint>['body'];
}

/** A secret never goes to an address that it was not entered for: with a new one it is asked for again. */
function sealedChanges({ sealer, allowed }: Reaching, { orgId, before, body }: Change) {
  const { url, secret } = body;
  if (url !== undefined) checkAddress(before.kind, url, allowed);
  if (url !== undefined && secret === undefined && before.hasSecret) throw invalidField('secret', 'secret_needed');
  return {
    ...(url === undefined ? {} : { host: new URL(url).host, sealed_url: sealer.seal(url, placeOf(orgId, before.id, 'url')) }),
    ...(secret === undefined ? {} : { sealed_secret: secret === null ? null : sealer.seal(secret, placeOf(orgId, before.id, 'secret')) }),
  };
}
