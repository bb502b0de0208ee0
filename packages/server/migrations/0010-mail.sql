-- Mail: how an organisation sends and receives it, what waits to be sent, what came in.

create table mail_settings (
  org_id uuid primary key references organisation,
  -- null: nothing is sent, nothing is fetched
  outgoing jsonb,
  incoming jsonb,
  -- passwords, sealed under the secret of the installation
  outgoing_password text,
  incoming_password text,
  texts jsonb not null default '{}',
  confirms boolean not null default true,
  -- what went wrong last; null while it works
  sending_failure text,
  sending_at timestamptz,
  receiving_failure text,
  receiving_at timestamptz,
  -- mail that was in the folder before is left alone
  receives_since timestamptz,
  folder_validity text,
  last_uid int8 not null default 0,
  -- who fetches now; over when the time is
  fetching_until timestamptz,
  version integer not null default 1
);

create table mail_out (
  org_id uuid not null references organisation,
  id uuid not null,
  -- the same thing is said once
  key text not null,
  kind text not null check (kind in ('reply', 'confirmation', 'notice')),
  case_id uuid,
  entry_id uuid,
  recipient text not null,
  language text not null check (language in ('zh', 'en')),
  subject text not null,
  body text not null,
  message_id text not null,
  reply_to_id text,
  reference_ids text[] not null default '{}',
  -- nobody wrote it by hand: other machines must not answer it
  automatic boolean not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  reason text,
  detail text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (org_id, id),
  constraint mail_out_key unique (org_id, key),
  foreign key (org_id, case_id) references service_case
);
create index mail_out_due on mail_out (next_at) where state = 'waiting';
create index mail_out_by_message on mail_out (org_id, message_id);
create index mail_out_by_recipient on mail_out (org_id, recipient, created_at);
create index mail_out_by_case on mail_out (org_id, case_id) where case_id is not null;

create table mail_in (
  org_id uuid not null references organisation,
  id uuid not null,
  -- of Message-ID and content: the same mail is taken once
  fingerprint text not null,
  at timestamptz not null,
  message_id text,
  sender text not null,
  sender_name text not null,
  subject text not null,
  outcome text not null check (outcome in ('case', 'message', 'bounce', 'quarantined', 'dismissed')),
  reason text,
  case_id uuid,
  automatic boolean not null default false,
  size integer not null,
  -- all that it said, with what was quoted
  text text not null default '',
  -- the mail as it came, while it lies in quarantine
  file_id uuid,
  primary key (org_id, id),
  constraint mail_in_once unique (org_id, fingerprint),
  foreign key (org_id, case_id) references service_case,
  foreign key (org_id, file_id) references file
);
create index mail_in_by_message on mail_in (org_id, message_id) where message_id is not null;
create index mail_in_by_sender on mail_in (org_id, sender, at);
create index mail_in_by_case on mail_in (org_id, case_id) where case_id is not null;

select protect(t::regclass) from unnest(array['mail_settings', 'mail_out', 'mail_in']) t;
grant select, insert, update, delete on mail_settings, mail_out, mail_in to zhiheng_app;

-- Doors in the wall.

create function organisations_with_mail_to_send(until timestamptz) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as
$$ select distinct org_id from mail_out where state = 'waiting' and next_at <= until $$;

create function organisations_with_mail_settings() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select org_id from mail_settings where outgoing is not null or incoming is not null $$;

revoke execute on function organisations_with_mail_to_send, organisations_with_mail_settings from public;
grant execute on function organisations_with_mail_to_send, organisations_with_mail_settings to zhiheng_app;

update role set permissions = permissions || array['mail.define'] where built_in and code = 'administrator';

-- Organisations that live hear of what happens from now on.
insert into event_cursor (org_id, subscriber, xid, event_id)
  select org_id, 'mail', pg_current_xact_id(), 'ffffffff-ffff-ffff-ffff-ffffffffffff' from organisation on conflict do nothing;
