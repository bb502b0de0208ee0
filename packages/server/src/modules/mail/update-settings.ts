import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { templateKind, type MailSettings, type MailTexts, type updateMailSettings as endpoint } from '@zhiheng/contract/mail/mail';
import { changedMeanwhile, invalid, invalidField } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import type { Sealer } from '../../platform/sealed/sealer.ts';
import { placeOf, type Direction } from './mail-account.ts';
import { readSettings, shownSettings, type StoredSettings } from './mail-settings.ts';
import { unknownVariable } from './template.rules.ts';

type Body = Parsed<typeof endpoint>['body'];

export const updateSettings =
  (sealer: Sealer) =>
  async (operation: Operation, { body }: Parsed<typeof endpoint>): Promise<MailSettings> => {
    const before = await lockSettings(operation);
    if (before.version !== body.version) throw changedMeanwhile();
    refuseUnknownVariables(body.texts);
    await refuseUnknownTeam(operation, body.incoming?.teamId ?? null);
    const passwords = {
      outgoing: passwordOf(operation, { sealer, before, direction: 'outgoing', given: body.outgoing }),
      incoming: passwordOf(operation, { sealer, before, direction: 'incoming', given: body.incoming }),
    };
    await write(operation, before, { body, passwords });
    const on = { outgoing: body.outgoing !== null, incoming: body.incoming !== null };
    await recordEvent(operation, { type: 'mail-settings.changed', entity: { kind: 'mail-settings', id: operation.orgId }, data: on });
    return shownSettings(await readSettings(operation));
  };

async function lockSettings(operation: Operation): Promise<StoredSettings> {
  const { db, orgId } = operation;
  await sql`insert into mail_settings (org_id, version) values (${orgId}, 0) on conflict do nothing`.execute(db);
  await sql`select 1 from mail_settings where org_id = ${orgId} for update`.execute(db);
  return readSettings(operation);
}

function refuseUnknownVariables(texts: MailTexts): void {
  const errors = templateKind.options.flatMap((kind) =>
    (['zh', 'en'] as const).flatMap((language) =>
      (['subject', 'body'] as const).flatMap((part) => {
        const name = unknownVariable(kind, texts[kind][language][part]);
        return name === null ? [] : [{ path: `texts.${kind}.${language}.${part}`, code: 'unknown_variable', params: { what: name } }];
      }),
    ),
  );
  if (errors.length > 0) throw invalid(errors);
}

async function refuseUnknownTeam({ db, orgId }: Operation, teamId: string | null): Promise<void> {
  if (teamId === null) return;
  const { rows } = await sql`select 1 from team where org_id = ${orgId} and id = ${teamId} and deleted_at is null`.execute(db);
  if (rows.length === 0) throw invalidField('incoming.teamId', 'unknown_team');
}

interface Given {
  readonly sealer: Sealer;
  readonly before: StoredSettings;
  readonly direction: Direction;
  readonly given: Body[Direction];
}

/** The sealed password that goes on. Another server or user would get to see the old one: then it is asked for again. */
function passwordOf({ orgId }: Operation, { sealer, before, direction, given }: Given): string | null {
  if (given === null || given.user === '') return null;
  if (given.password !== undefined) return sealer.seal(given.password, placeOf(orgId, direction));
  const same = connectionFields.every((field) => before[direction]?.[field] === given[field]);
  const kept = direction === 'outgoing' ? before.outgoingPassword : before.incomingPassword;
  if (!same || kept === null) throw invalidField(`${direction}.password`, 'password_needed');
  return kept;
}

const connectionFields = ['host', 'port', 'user', 'security'] as const;

interface Change {
  readonly body: Body;
  readonly passwords: Readonly<Record<Direction, string | null>>;
}

const withoutPassword = (account: Body[Direction]): string | null =>
  account === null ? null : JSON.stringify(account, (key, value: unknown) => (key === 'password' ? undefined : value));

/** Another folder is read from now on, not from its beginning. */
async function write({ db, orgId, now }: Operation, before: StoredSettings, { body, passwords }: Change): Promise<void> {
  const [was, is] = [before.incoming, body.incoming];
  const sameFolder = was !== null && is !== null && was.host === is.host && was.user === is.user && was.folder === is.folder;
  await sql`
    update mail_settings set version = ${before.version + 1}, outgoing = ${withoutPassword(body.outgoing)}, incoming = ${withoutPassword(is)},
      outgoing_password = ${passwords.outgoing}, incoming_password = ${passwords.incoming}, texts = ${JSON.stringify(body.texts)}, confirms = ${body.confirms},
      sending_failure = null, sending_at = null, receiving_failure = null, receiving_at = null,
      receives_since = case when ${sameFolder} then receives_since else ${now}::timestamptz end,
      folder_validity = case when ${sameFolder} then folder_validity end, last_uid = case when ${sameFolder} then last_uid else 0 end
    where org_id = ${orgId}`.execute(db);
  // What waited for the old server is tried with the new one at once.
  await sql`update mail_out set next_at = ${now} where org_id = ${orgId} and state = 'waiting'`.execute(db);
}
