import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { notificationKind, type NotificationSettings, type setNotificationSettings } from '@zhiheng/contract/notifications/notifications';
import { changesBetween } from '../../platform/changes-between.ts';
import { invalidField } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { accountOf } from './list-notifications.ts';
import { leadersHour, usualWishes } from './wishes.rules.ts';

interface Stored {
  readonly kinds: Partial<NotificationSettings['kinds']> | null;
  readonly digestHour: number | null;
  readonly timeZone: string | null;
  readonly chosen: boolean;
  readonly leads: boolean;
}

export async function getSettings(call: Call): Promise<NotificationSettings> {
  const { db, orgId } = call;
  const { rows } = await sql<Stored>`
    select s.kinds, s.digest_hour as "digestHour", s.time_zone as "timeZone", s.account_id is not null as chosen,
      exists (select from team_member m where m.org_id = ${orgId} and m.account_id = a.id and m.lead) as leads
    from account a left join notification_setting s on s.org_id = ${orgId} and s.account_id = a.id
    where a.org_id = ${orgId} and a.id = ${accountOf(call)}`.execute(db);
  const [stored] = rows;
  if (stored === undefined) throw new Error('an account that calls is there');
  const kinds = Object.fromEntries(notificationKind.options.map((kind) => [kind, stored.kinds?.[kind] ?? usualWishes[kind]]));
  const usualHour = stored.leads ? leadersHour : null;
  return {
    kinds: kinds as NotificationSettings['kinds'],
    digestHour: stored.chosen ? stored.digestHour : usualHour,
    timeZone: stored.timeZone,
  };
}

export async function setSettings(call: Call, { body }: Parsed<typeof setNotificationSettings>): Promise<NotificationSettings> {
  const before = await getSettings(call);
  const accountId = accountOf(call);
  if (body.timeZone !== null && !isZone(body.timeZone)) throw invalidField('timeZone', 'time_zone');
  const changes = changesBetween(before, body);
  if (Object.keys(changes).length === 0) return before;
  const row = { kinds: JSON.stringify(body.kinds), digest_hour: body.digestHour, time_zone: body.timeZone };
  await call.db
    .insertInto('notification_setting')
    .values({ org_id: call.orgId, account_id: accountId, ...row })
    .onConflict((conflict) => conflict.columns(['org_id', 'account_id']).doUpdateSet(row))
    .execute();
  const entity = { kind: 'account', id: accountId };
  await recordEvent(call, { type: 'notification-settings.changed', entity, data: changes });
  return getSettings(call);
}

function isZone(name: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC';
}
