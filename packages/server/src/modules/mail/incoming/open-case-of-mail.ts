import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { emptyDraft, openCase, receiveMessage, type OpenedCase } from '../../cases/index.ts';
import type { Incoming } from '../mail-settings.ts';
import type { ReadMail } from './read-mail.ts';
import { storeFiles } from './store-files.ts';

const longest = 20_000;
const noSubject = { zh: '（无主题）', en: '(no subject)' } as const;

/** Opens a case of what a mail says. Its files come as the first message. */
export async function openCaseOf(operation: Operation, incoming: Pick<Incoming, 'type' | 'teamId'>, mail: ReadMail): Promise<OpenedCase> {
  const language = languageOf(`${mail.subject}${mail.text}`);
  const { attachmentIds, line } = await storeFiles(operation, mail.attachments, language);
  const opened = await openCase(operation, {
    ...emptyDraft,
    ...{ type: incoming.type, teamId: incoming.teamId, channel: 'email', language, openedAt: operation.now },
    subject: mail.subject || noSubject[language],
    description: mail.text.slice(0, longest),
    contactName: mail.senderName || (mail.sender.split('@')[0] ?? ''),
    contactEmail: mail.answerTo,
    customerId: await customerOf(operation, mail.sender),
  });
  if (line !== '') {
    const authorName = mail.senderName || mail.sender;
    await receiveMessage(operation, opened.id, {
      from: 'customer',
      body: line,
      channel: 'email',
      authorName,
      attachmentIds,
      asksForReply: false,
    });
  }
  return opened;
}

const languageOf = (text: string): 'zh' | 'en' => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');

/** The customer with this address, when there is only one. */
async function customerOf({ db, orgId }: Operation, address: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from customer where org_id = ${orgId} and email = ${address} and deleted_at is null limit 2`.execute(db);
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}
