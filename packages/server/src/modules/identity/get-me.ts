import { sql } from 'kysely';
import type { Locale } from '@zhiheng/contract/values/text';
import type { Me, Theme } from '@zhiheng/contract/identity/sign-in';
import { notFound } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { personOf } from './person.rules.ts';
import { sessionCookie, setSessionCookie } from './start-session.ts';

interface Row {
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly theme: Theme;
  readonly roles: string[];
  readonly organisation: Me['organisation'];
}

/** Who is signed in. Pages ask this when they open, so the cookie slides along with its session here. */
export async function getMe(call: Call): Promise<Me> {
  const token = call.request.cookies[sessionCookie];
  if (call.actor.sessionId !== null && token !== undefined) setSessionCookie(call.reply, token);
  return readMe(call);
}

export async function readMe(call: Call): Promise<Me> {
  const id = personOf(call.actor);
  const { rows } = await sql<Row>`
    select a.email, a.name, a.locale, a.theme,
      json_build_object('id', o.org_id, 'name', o.name, 'locale', o.locale, 'timeZone', o.time_zone) as organisation,
      array(select r.code from account_role ar join role r on r.org_id = ar.org_id and r.id = ar.role_id
            where ar.org_id = a.org_id and ar.account_id = a.id order by r.code) as roles
    from account a join organisation o on o.org_id = a.org_id
    where a.org_id = ${call.orgId} and a.id = ${id}`.execute(call.db);
  const [row] = rows;
  if (row === undefined) throw notFound('account');
  return { id, ...row, permissions: [...call.actor.permissions].sort() };
}
