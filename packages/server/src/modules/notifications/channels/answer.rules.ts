import type { ChannelKind } from '@zhiheng/contract/notifications/channel-kind';
import type { PostFailure } from '@zhiheng/contract/values/post-failure';
import { z } from 'zod';
import type { Posted } from '../../../platform/outbound/post.ts';

const said = z.object({
  errcode: z.number().optional(),
  errmsg: z.string().optional(),
  code: z.number().optional(),
  msg: z.string().optional(),
});

/** Codes with which robots say that too much came in a minute. */
const tooMany: ReadonlySet<number> = new Set([45_009, 130_101, 410_100, 9499, 11_232]);

/** Robots answer 200 also when they refuse; the body says so. */
export function judgeAnswer(kind: ChannelKind, posted: Posted): Posted {
  if (kind === 'webhook' || posted.failure !== null) return posted;
  const answer = said.safeParse(parsed(posted.detail));
  const code = answer.success ? (answer.data.errcode ?? answer.data.code) : undefined;
  if (code === 0) return { ...posted, detail: '' };
  if (code !== undefined && tooMany.has(code)) return { ...posted, failure: 'too-many' };
  return { ...posted, failure: 'refused' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No robot: whatever answered, it took no message.
    return null;
  }
}

/** Minutes until the next attempt; after the last one, some nineteen hours have passed. */
const pauses = [1, 5, 15, 60, 240, 840];

const forGood: ReadonlySet<PostFailure> = new Set(['refused', 'redirected', 'secret-lost']);

/** When a message is tried again; null: it is given up. */
export function nextAttempt({ failure, status, retryAfterSeconds }: Posted, attempts: number, now: Date): Date | null {
  const pause = pauses[attempts - 1];
  const isWrongForGood = failure === 'wrong-status' && status !== null && status < 500 && ![408, 425].includes(status);
  if (pause === undefined || failure === null || forGood.has(failure) || isWrongForGood) return null;
  return new Date(now.getTime() + Math.max(pause * 60, retryAfterSeconds ?? 0) * 1000);
}

/** So many messages a channel takes in a minute: robots of WeCom and DingTalk 20, those of Feishu 100. */
export const mostPerMinute: Readonly<Record<ChannelKind, number>> = { wecom: 20, dingtalk: 20, feishu: 100, webhook: 120 };
