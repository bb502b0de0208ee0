import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { testChannel as endpoint } from '@zhiheng/contract/notifications/channels';
import type { Locale } from '@zhiheng/contract/values/text';
import { notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import type { Reaching } from './save-channel.ts';
import { sayToChannel, type SealedChannel } from './say-to-channel.ts';

const words = {
  zh: { title: '质衡测试消息', label: '收到这条消息，说明通知渠道可用。' },
  en: { title: 'Test message from Zhiheng', label: 'If you read this, the channel works.' },
} as const;

type Row = Omit<SealedChannel, 'orgId'> & { readonly language: Locale };

/** Tries after the transaction; the answer is sent when the trial is over. */
export const testChannel =
  (reaching: Reaching) =>
  async (call: Call, { params }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> => {
    const { db, orgId, now } = call;
    const { rows } = await sql<Row>`
      select id, kind, language, sealed_url as "sealedUrl", sealed_secret as "sealedSecret"
      from notification_channel where org_id = ${orgId} and id = ${params.id}`.execute(db);
    const [channel] = rows;
    if (channel === undefined) throw notFound('notification-channel');
    const { language } = channel;
    const answer: Reply<typeof endpoint> = { ok: false, failure: null, status: null, detail: '' };
    call.afterCommit(async () => {
      const message = { ...words[language], id: newId(), person: null, kind: 'test', at: now, link: null, language };
      const { failure, status, detail } = await sayToChannel(reaching, { orgId, ...channel }, message);
      Object.assign(answer, { ok: failure === null, failure, status, detail });
    });
    return answer;
  };
