import type { ChannelKind } from '@zhiheng/contract/notifications/channel-kind';
import { post, type Posted } from '../../../platform/outbound/post.ts';
import { judgeAnswer } from './answer.rules.ts';
import { placeOf } from './channel-address.ts';
import { writeMessage, type ChannelMessage } from './message.rules.ts';
import type { Reaching } from './save-channel.ts';

/** A channel as it is stored. */
export interface SealedChannel {
  readonly orgId: string;
  readonly id: string;
  readonly kind: ChannelKind;
  readonly sealedUrl: string;
  readonly sealedSecret: string | null;
}

const timeoutMs = 10_000;
const lost: Posted = { failure: 'secret-lost', status: null, detail: '', retryAfterSeconds: null };

/** Says one thing to a channel. Call it outside of any transaction: the other side may keep one waiting. */
export async function sayToChannel({ sealer, allowed }: Reaching, channel: SealedChannel, message: ChannelMessage): Promise<Posted> {
  const { orgId, id, kind, sealedUrl, sealedSecret } = channel;
  const url = sealer.unseal(sealedUrl, placeOf(orgId, id, 'url'));
  const secret = sealedSecret === null ? null : sealer.unseal(sealedSecret, placeOf(orgId, id, 'secret'));
  if (url === null || (secret === null && sealedSecret !== null)) return lost;
  const written = writeMessage(kind, message, { url, secret, now: new Date() });
  return judgeAnswer(kind, await post(written, { timeoutMs, allowed }));
}
