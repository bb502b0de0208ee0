-- Robots and webhooks of notifications, quiet hours, mail that is gathered.

create table notification_channel (
  org_id uuid not null references organisation,
  id uuid not null,
  kind text not null check (kind in ('wecom', 'dingtalk', 'feishu', 'webhook')),
  name text not null,
  -- of the address, which itself is sealed: it holds the key
  host text not null,
  sealed_url text not null,
  sealed_secret text,
  language text not null check (language in ('zh', 'en')),
  -- what is told here for everybody
  kinds text[] not null default '{}',
  choosable boolean not null,
  active boolean not null,
  version integer not null default 1,
  tried_at timestamptz,
  failure text,
  created_at timestamptz not null,
  primary key (org_id, id),
  constraint notification_channel_name_taken unique (org_id, name)
);

-- One message to one channel: to the room, or chosen by a person.
create table notification_delivery (
  org_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  account_id uuid,
  kind text not null,
  key text not null,
  entity_kind text not null,
  entity_id text not null,
  label text not null default '',
  params jsonb not null default '{}',
  at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  tried_at timestamptz,
  sent_at timestamptz,
  failure text,
  status integer,
  detail text not null default '',
  primary key (org_id, id),
  constraint notification_delivery_once unique nulls not distinct (org_id, channel_id, key, account_id),
  foreign key (org_id, channel_id) references notification_channel on delete cascade,
  foreign key (org_id, account_id) references account
);
create index notification_delivery_due on notification_delivery (next_at) where state = 'waiting';
create index notification_delivery_tried on notification_delivery (org_id, channel_id, tried_at);

alter table notification_setting
  add column quiet_from text,
  add column quiet_to text,
  add column urgent_passes boolean not null default true,
  add column gather text not null default 'at-once' check (gather in ('at-once', 'hourly', 'daily')),
  add constraint notification_setting_quiet check ((quiet_from is null) = (quiet_to is null));
alter table notification
  -- mail waits until then
  add column mail_at timestamptz,
  -- goes together with others that wait for the same moment
  add column mail_gathered boolean not null default false;

select protect(t::regclass) from unnest(array['notification_channel', 'notification_delivery']) t;
grant select, insert, update, delete on notification_channel, notification_delivery to zhiheng_app;

-- Doors in the wall: channels that have something to send now; whose secrets may have to be sealed anew.
create function channels_with_due_deliveries(until timestamptz) returns table (org_id uuid, channel_id uuid)
language sql stable security definer set search_path = pg_catalog, public as
$$ select distinct d.org_id, d.channel_id from notification_delivery d
   join notification_channel c on c.org_id = d.org_id and c.id = d.channel_id and c.active
   where d.state = 'waiting' and d.next_at <= until $$;
create function organisations_with_channels() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select distinct org_id from notification_channel $$;
revoke execute on function channels_with_due_deliveries, organisations_with_channels from public;
grant execute on function channels_with_due_deliveries, organisations_with_channels to zhiheng_app;

-- Roles out of the box learn what is new; those that people made stay as they are.
update role set permissions = permissions || array['notifications.define']
  where built_in and code in ('administrator', 'quality-manager') and not 'notifications.define' = any(permissions);
