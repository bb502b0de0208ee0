import { sql } from 'kysely';
import type { MailFailure } from '@zhiheng/contract/mail/mail';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { MailError, type MailServer } from '../../../platform/mail/mail-server.ts';
import { lastPlace, readFolder } from '../../../platform/mail/read-folder.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { openAccount, placeOf } from '../mail-account.ts';
import { readSettings, type Incoming, type StoredSettings } from '../mail-settings.ts';
import type { Post } from '../send-waiting.ts';
import { mostBytes, takeMail } from './take-mail.ts';

/** One turn takes so many mails of an organisation; what is left has the next one. */
const mostAtOnce = 50;
const together = 4;

/** Fetches new mail for every organisation that receives any. A server that does not answer holds up no other organisation for long. */
export async function fetchMail(post: Post, now = new Date()): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_with_mail_settings() as "orgId"`.execute(post.root);
  const waiting = rows.map(({ orgId }) => orgId);
  const next = async (): Promise<void> => {
    for (let orgId = waiting.shift(); orgId !== undefined; orgId = waiting.shift()) await fetchOf({ ...post, orgId, now });
  };
  await Promise.all(Array.from({ length: together }, next));
}

interface Turn extends Post {
  readonly orgId: string;
  readonly now: Date;
}

async function fetchOf(turn: Turn): Promise<void> {
  const settings = await lease(turn);
  if (settings === null || settings.incoming === null) return;
  const failure = await attempt(turn, settings, settings.incoming);
  await release(turn, settings.version, failure);
}

/** A folder is read by one process at a time: two would open the same case twice. */
async function lease(turn: Turn): Promise<StoredSettings | null> {
  return inside(turn, async (operation) => {
    const { rows } = await sql`
      update mail_settings set fetching_until = ${turn.now}::timestamptz + interval '10 minutes'
      where org_id = ${turn.orgId} and incoming is not null and (fetching_until is null or fetching_until <= ${turn.now}) returning 1`.execute(
      operation.db,
    );
    return rows.length === 0 ? null : readSettings(operation);
  });
}

/** What is found out about settings that were changed meanwhile is not noted. */
const release = (turn: Turn, version: number, failure: MailFailure | null): Promise<void> =>
  inside(turn, async ({ db, orgId }) => {
    await sql`update mail_settings set fetching_until = null where org_id = ${orgId}`.execute(db);
    await sql`update mail_settings set receiving_failure = ${failure}, receiving_at = ${turn.now} where org_id = ${orgId} and version = ${version}`.execute(
      db,
    );
  });

async function attempt(turn: Turn, settings: StoredSettings, incoming: Incoming): Promise<MailFailure | null> {
  try {
    const { sealer, orgId } = turn;
    await readNew(turn, settings, openAccount(incoming, { sealer, sealed: settings.incomingPassword, place: placeOf(orgId, 'incoming') }));
    return null;
  } catch (error) {
    if (error instanceof MailError) return error.failure;
    await release(turn, settings.version, null);
    throw error;
  }
}

async function readNew(turn: Turn, settings: StoredSettings, server: MailServer): Promise<void> {
  const { incoming, folderValidity: validity, lastUid, receivesSince } = settings;
  if (incoming === null) return;
  if (validity === null) return keepPlace(turn, settings.version, await lastPlace(server, incoming.folder));
  const own = [settings.outgoing?.from.zh.address, settings.outgoing?.from.en.address, incoming.user].flatMap(
    (one) => one?.toLowerCase() ?? [],
  );
  const reading = { folder: incoming.folder, place: { validity, lastUid }, most: mostAtOnce, mostBytes, since: receivesSince ?? turn.now };
  await readFolder(server, reading, async (mail) => {
    await takeMail({ ...turn, incoming, own, now: new Date() }, mail);
    await keepPlace(turn, settings.version, { validity: mail.validity, lastUid: mail.uid });
  });
}

const keepPlace = (turn: Turn, version: number, place: { readonly validity: string | null; readonly lastUid: number }): Promise<void> =>
  inside(turn, async ({ db, orgId }) => {
    await sql`update mail_settings set folder_validity = ${place.validity}, last_uid = ${place.lastUid}
      where org_id = ${orgId} and version = ${version}`.execute(db);
  });

const inside = <T>({ root, orgId, now }: Turn, work: (operation: Operation) => Promise<T>): Promise<T> =>
  inOrganisation(root, orgId, (db) => work({ db, orgId, actor: systemActor, now }));
