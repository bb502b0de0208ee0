import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import {
  notificationKind,
  type NotificationKind,
  type NotificationSettings,
  type setNotificationSettings,
  type ShownSettings,
} from '@zhiheng/contract/notifications/notifications';
import { changesBetween } from '../../platform/changes-between.ts';
import { invalidField } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { accountOf } from './list-notifications.ts';
import { leadersHour, usualWishes } from './wishes.rules.ts';

interface Stored {
  readonly kinds: Partial<NotificationSettings['kinds']> | null;
  readonly quiet: NotificationSettings['quiet'];
  readonly gather: NotificationSettings['gather'];
  readonly choosable: ShownSettings['choosable'];
  readonly digestHour: number | null;
  readonly timeZone: string | null;
  readonly chosen: boolean;
  readonly leads: boolean;
}

export async function getSettings(call: Call): Promise<ShownSettings> {
  const { db, orgId } = call;
  const { rows } = await sql<Stored>`
    select s.kinds, s.digest_hour as "digestHour", s.time_zone as "timeZone", s.account_id is not null as chosen,
      coalesce(s.gather, 'at-once') as gather, case when s.quiet_from is not null
        then jsonb_build_object('from', s.quiet_from, 'to', s.quiet_to, 'urgentPasses', s.urgent_passes) end as quiet,
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'kind', c.kind) order by c.name, c.id), '[]')
        from notification_channel c where c.org_id = ${orgId} and c.active and c.choosable) as choosable,
      exists (select from team_member m where m.org_id = ${orgId} and m.account_id = a.id and m.lead) as leads
    from account a left join notification_setting s on s.org_id = ${orgId} and s.account_id = a.id
    where a.org_id = ${orgId} and a.id = ${accountOf(call)}`.execute(db);
  const [stored] = rows;
  if (stored === undefined) throw new Error('an account that calls is there');
  const open = new Set(stored.choosable.map(({ id }) => id));
  const kinds = Object.fromEntries(notificationKind.options.map((kind) => [kind, wishOf(stored.kinds?.[kind], kind, open)]));
  const usualHour = stored.leads ? leadersHour : null;
  return {
    kinds: kinds as NotificationSettings['kinds'],
    digestHour: stored.chosen ? stored.digestHour : usualHour,
    ...{ timeZone: stored.timeZone, quiet: stored.quiet, gather: stored.gather, choosable: stored.choosable },
  };
}

type Wish = NotificationSettings['kinds'][NotificationKind];

/** A channel that was closed meanwhile is chosen no more. */
function wishOf(stored: Partial<Wish> | undefined, kind: NotificationKind, open: ReadonlySet<string>): Wish {
  const { app, mail, channels = [] } = { ...usualWishes[kind], ...stored };
  return { app, mail, channels: channels.filter((id) => open.has(id)) };
}

export async function setSettings(call: Call, { body }: Parsed<typeof setNotificationSettings>): Promise<ShownSettings> {
  const before = await getSettings(call);
  const accountId = accountOf(call);
  if (body.timeZone !== null && !isZone(body.timeZone)) throw invalidField('timeZone', 'time_zone');
  if (body.quiet !== null && body.quiet.from === body.quiet.to) throw invalidField('quiet.to', 'quiet_all_day');
  const changes = changesBetween(before, { ...body, choosable: before.choosable });
  if (Object.keys(changes).length === 0) return before;
  const row = {
    kinds: JSON.stringify(body.kinds),
    digest_hour: body.digestHour,
    time_zone: body.timeZone,
    gather: body.gather,
    ...quietColumns(body.quiet),
  };
  await call.db
    .insertInto('notification_setting')
    .values({ org_id: call.orgId, account_id: accountId, ...row })
    .onConflict((conflict) => conflict.columns(['org_id', 'account_id']).doUpdateSet(row))
    .execute();
  const entity = { kind: 'account', id: accountId };
  await recordEvent(call, { type: 'notification-settings.changed', entity, data: changes });
  return getSettings(call);
}

const quietColumns = (quiet: NotificationSettings['quiet']) => ({
  ...{ quiet_from: quiet?.from ?? null, quiet_to: quiet?.to ?? null, urgent_passes: quiet?.urgentPasses ?? true },
});

function isZone(name: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC';
}
