import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { readAccessLink as endpoint } from '@zhiheng/contract/identity/accounts';
import type { Db } from '../../platform/database/connect.ts';
import { inOrganisation } from '../../platform/database/in-organisation.ts';
import { notFound } from '../../platform/errors.ts';
import { hashOf } from '../../platform/identifier.ts';
import type { Operation, PublicCall } from '../../platform/operation.ts';

export interface OpenLink {
  readonly id: string;
  readonly accountId: string;
  readonly kind: 'invite' | 'reset';
  readonly email: string;
  readonly name: string;
  readonly organisation: string;
}

export async function readAccessLink(call: PublicCall, { params }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const orgId = await organisationOfLink(call.root, params.token);
  const { kind, email, name, organisation } = await inOrganisation(call.root, orgId, (db) => openLink({ db, orgId }, params.token));
  return { kind, email, name, organisation };
}

/** A link that was used, has run out or never was: all the same from outside. */
export async function organisationOfLink(root: Db, token: string): Promise<string> {
  const { rows } = await sql<{ org: string | null }>`select org_of_access_link(${hashOf(token)}) as org`.execute(root);
  const orgId = rows[0]?.org ?? null;
  if (orgId === null) throw notFound('access_link');
  return orgId;
}

/** Holds the link, so that of two who use it at the same time the second finds it used. */
export async function openLink({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, token: string): Promise<OpenLink> {
  const { rows } = await sql<OpenLink>`
    select l.id, l.account_id as "accountId", l.kind, a.email, a.name, o.name as organisation
    from access_link l
    join account a on a.org_id = l.org_id and a.id = l.account_id
    join organisation o on o.org_id = l.org_id
    where l.org_id = ${orgId} and l.token_hash = ${hashOf(token)} and l.used_at is null and l.expires_at > now()
      and a.state <> 'disabled' and a.deleted_at is null
    for update of l`.execute(db);
  const [link] = rows;
  if (link === undefined) throw notFound('access_link');
  return link;
}
