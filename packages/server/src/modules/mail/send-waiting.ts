import { sql } from 'kysely';
import type { Locale } from '@zhiheng/contract/values/text';
import type { Config } from '../../platform/config.ts';
import type { Db } from '../../platform/database/connect.ts';
import { inOrganisation } from '../../platform/database/in-organisation.ts';
import { MailError, type MailServer } from '../../platform/mail/mail-server.ts';
import { isFinal, sendMail } from '../../platform/mail/send-mail.ts';
import { systemActor, type Operation } from '../../platform/operation.ts';
import type { Sealer } from '../../platform/sealed/sealer.ts';
import { linkForMail } from '../cases/index.ts';
import { htmlOfText } from './html-of-text.rules.ts';
import { openAccount, placeOf } from './mail-account.ts';
import { readSettings, type Outgoing } from './mail-settings.ts';
import { readAttachments, withOmitted } from './read-attachments.ts';
import { withPrivatePage } from './private-page.rules.ts';
import { aboutOneMail, recordFailure, recordSent, type Attempt } from './record-attempt.ts';

export interface Post {
  readonly root: Db;
  readonly sealer: Sealer;
  readonly config: Pick<Config, 'publicUrl'>;
}

/** One turn takes so many mails of an organisation; the others have the next one. */
const mostAtOnce = 20;

/** Sends what waits and is due, in every organisation. Several processes may do so at the same time. */
export async function sendWaiting({ root, sealer, config }: Post, now = new Date()): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_with_mail_to_send(${now}) as "orgId"`.execute(root);
  for (const { orgId } of rows) await sendOfOrganisation({ root, sealer, config, orgId, now });
}

interface Turn extends Post {
  readonly orgId: string;
  readonly now: Date;
}

interface Waiting extends Attempt {
  readonly recipient: string;
  readonly language: Locale;
  readonly subject: string;
  readonly body: string;
  readonly messageId: string;
  readonly replyToId: string | null;
  readonly referenceIds: readonly string[];
  readonly automatic: boolean;
}

async function sendOfOrganisation(turn: Turn): Promise<void> {
  const { outgoing, sealed, mails } = await inside(turn, claim);
  let broken: MailError | null = null;
  for (const mail of mails) {
    const error: MailError | null = broken ?? (await trySending(turn, { outgoing, sealed, mail }));
    if (error !== null && !aboutOneMail.has(error.failure)) broken = error;
    await inside(turn, (operation) =>
      error === null ? recordSent(operation, mail) : recordFailure(operation, mail, { error, final: isFinal(error) }),
    );
  }
}

const inside = <T>({ root, orgId, now }: Turn, work: (operation: Operation) => Promise<T>): Promise<T> =>
  inOrganisation(root, orgId, (db) => work({ db, orgId, actor: systemActor, now }));

interface Claim {
  readonly outgoing: Outgoing | null;
  readonly sealed: string | null;
  readonly mails: readonly Waiting[];
}

/** Takes mails for ten minutes: when this process dies meanwhile, another one sends them under the same Message-ID. */
async function claim(operation: Operation): Promise<Claim> {
  const { db, orgId, now } = operation;
  const { outgoing, outgoingPassword } = await readSettings(operation);
  const [later, counted] = outgoing === null ? ['1 hour', 0] : ['10 minutes', 1];
  const { rows } = await sql<Waiting>`
    update mail_out m set next_at = ${now}::timestamptz + ${later}::interval, attempts = attempts + ${counted}::int4
    from (select id from mail_out where org_id = ${orgId} and state = 'waiting' and next_at <= ${now} order by next_at, id
      limit ${mostAtOnce} for update skip locked) due
    where m.org_id = ${orgId} and m.id = due.id
    returning m.id, m.case_id as "caseId", m.entry_id as "entryId", m.recipient, m.language, m.subject, m.body, m.message_id as "messageId",
      m.reply_to_id as "replyToId", m.reference_ids as "referenceIds", m.automatic, m.attempts`.execute(db);
  return { outgoing, sealed: outgoingPassword, mails: outgoing === null ? [] : rows.toSorted((a, b) => a.id.localeCompare(b.id)) };
}

async function trySending(
  turn: Turn,
  { outgoing, sealed, mail }: Omit<Claim, 'mails'> & { readonly mail: Waiting },
): Promise<MailError | null> {
  if (outgoing === null) return null;
  const { attachments, omitted } = await inside(turn, (operation) => readAttachments(operation, mail));
  const url = mail.caseId === null ? null : await inside(turn, (operation) => linkForMail(operation, linksOf(turn), mail.caseId ?? ''));
  const text = withPrivatePage(withOmitted(mail.body, omitted, mail.language), url, mail.language);
  const { recipient, messageId, replyToId, referenceIds, subject, automatic, language } = mail;
  const headers = { to: recipient, messageId, inReplyTo: replyToId, references: referenceIds, subject, automatic };
  try {
    await sendMail(accountOf(turn, outgoing, sealed), {
      ...headers,
      from: outgoing.from[language],
      text,
      html: htmlOfText(text),
      attachments,
    });
    return null;
  } catch (error) {
    if (error instanceof MailError) return error;
    throw error;
  }
}

const linksOf = ({ sealer, config }: Turn) => ({ sealer, publicUrl: config.publicUrl });

const accountOf = ({ sealer, orgId }: Turn, outgoing: Outgoing, sealed: string | null): MailServer =>
  openAccount(outgoing, { sealer, sealed, place: placeOf(orgId, 'outgoing') });
