-- Boards that people arrange, and links by which others look at them.

create table shared_board (
  org_id uuid not null references organisation,
  id uuid not null,
  name text not null,
  owner_id uuid,
  -- code of the role whose home page it is
  home_of text,
  widgets jsonb not null default '[]',
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, owner_id) references account
);
create unique index shared_board_home_once on shared_board (org_id, home_of) where home_of is not null;

-- Whoever holds the link looks at these boards until it expires or is taken back.
create table board_link (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  token_hash text not null,
  board_ids uuid[] not null,
  -- how long each board stands on a wall display
  seconds integer not null check (seconds between 5 and 3600),
  created_at timestamptz not null,
  created_by uuid,
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (org_id, id)
);
create index board_link_by_token on board_link (token_hash);

select protect(t::regclass) from unnest(array['shared_board', 'board_link']) t;
grant select, insert, update, delete on shared_board, board_link to zhiheng_app;

-- What boards show of the improvement.
create view board_finding with (security_invoker = true) as
  select org_id, id, number, title, severity, state, last_seen from finding where merged_into is null;
create view board_project with (security_invoker = true) as
  select org_id, id, number, title, state, outcome, due_on from improvement_project where deleted_at is null;
create view board_action with (security_invoker = true) as
  select a.org_id, a.id, a.due_on, a.done_at from improvement_action a
  join improvement_project p on p.org_id = a.org_id and p.id = a.project_id and p.deleted_at is null and p.state not in ('closed', 'stopped');
grant select on board_finding, board_project, board_action to zhiheng_app;

-- Door in the wall.
create function org_of_board_link(hash text) returns uuid language sql stable security definer set search_path = pg_catalog, public as
$$ select org_id from board_link where token_hash = hash and revoked_at is null and (expires_at is null or expires_at > now()) $$;
revoke execute on function org_of_board_link from public;
grant execute on function org_of_board_link to zhiheng_app;

-- Roles out of the box learn what is new; those that people made stay as they are.
update role set permissions = permissions || array['boards.share']
  where built_in and code in ('administrator', 'quality-manager') and not 'boards.share' = any(permissions);
