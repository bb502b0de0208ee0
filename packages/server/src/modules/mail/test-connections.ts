import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { testIncoming as incomingEndpoint, testOutgoing as outgoingEndpoint } from '@zhiheng/contract/mail/mail';
import { conflict } from '../../platform/errors.ts';
import { newId } from '../../platform/identifier.ts';
import { MailError } from '../../platform/mail/mail-server.ts';
import { countMails } from '../../platform/mail/read-folder.ts';
import { sendMail } from '../../platform/mail/send-mail.ts';
import type { Call } from '../../platform/operation.ts';
import type { Sealer } from '../../platform/sealed/sealer.ts';
import { htmlOfText } from './html-of-text.rules.ts';
import { openAccount, placeOf } from './mail-account.ts';
import { readSettings } from './mail-settings.ts';

type Trial = Reply<typeof outgoingEndpoint>;

const words = {
  zh: { subject: '质衡测试邮件', text: '收到这封邮件，说明发信设置可用。' },
  en: { subject: 'Test mail from Zhiheng', text: 'If you read this, sending mail works.' },
} as const;

export const testOutgoing =
  (sealer: Sealer) =>
  async (call: Call, { body }: Parsed<typeof outgoingEndpoint>): Promise<Trial> => {
    const { outgoing, outgoingPassword: sealed } = await readSettings(call);
    if (outgoing === null) throw conflict('mail_off');
    const { locale } = await call.db.selectFrom('organisation').select('locale').where('org_id', '=', call.orgId).executeTakeFirstOrThrow();
    const language = locale === 'en' ? 'en' : 'zh';
    const { subject, text } = words[language];
    const from = outgoing.from[language];
    const mail = {
      from,
      to: body.to,
      subject,
      text,
      html: htmlOfText(text),
      messageId: `<${newId()}@${from.address.split('@').at(-1) ?? ''}>`,
    };
    const untried: Trial = { ok: false, failure: null, detail: '' };
    return afterwards(call, untried, async () => {
      const account = openAccount(outgoing, { sealer, sealed, place: placeOf(call.orgId, 'outgoing') });
      await sendMail(account, { ...mail, inReplyTo: null, references: [], automatic: true, attachments: [] });
      return {};
    });
  };

export const testIncoming =
  (sealer: Sealer) =>
  async (call: Call): Promise<Reply<typeof incomingEndpoint>> => {
    const { incoming, incomingPassword: sealed } = await readSettings(call);
    if (incoming === null) throw conflict('mail_off');
    const untried: Reply<typeof incomingEndpoint> = { ok: false, failure: null, detail: '', mails: null };
    return afterwards(call, untried, async () => {
      const account = openAccount(incoming, { sealer, sealed, place: placeOf(call.orgId, 'incoming') });
      return { mails: await countMails(account, incoming.folder) };
    });
  };

/** Tries after the transaction, so that a server that keeps one waiting holds none of our connections; the answer is sent when the trial is over. */
function afterwards<T extends Trial>(call: Call, answer: T, attempt: () => Promise<Partial<T>>): T {
  call.afterCommit(async () => {
    try {
      Object.assign(answer, await attempt(), { ok: true });
    } catch (error) {
      if (!(error instanceof MailError)) throw error;
      Object.assign(answer, { failure: error.failure, detail: error.detail });
    }
  });
  return answer;
}
