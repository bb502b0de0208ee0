import type { FeedbackFilter } from '@zhiheng/contract/feedback/feedback';
import { feedbackChannel, feedbackOrder, feedbackState, polarity } from '@zhiheng/contract/feedback/feedback-kinds';
import { id } from '@zhiheng/contract/values/page';
import { z } from 'zod';

export const feedbackSearch = z.object({
  q: z.string().max(200).optional().catch(undefined),
  /** without it what is new is listed */
  state: z
    .union([feedbackState, z.literal('all')])
    .optional()
    .catch(undefined),
  channel: feedbackChannel.optional().catch(undefined),
  themeId: z
    .union([id, z.literal('none')])
    .optional()
    .catch(undefined),
  polarity: z
    .union([polarity, z.literal('none')])
    .optional()
    .catch(undefined),
  ownerId: z
    .union([id, z.enum(['me', 'nobody'])])
    .optional()
    .catch(undefined),
  serviceId: id.optional().catch(undefined),
  order: feedbackOrder.optional().catch(undefined),
  /** the one in the drawer */
  item: id.optional().catch(undefined),
  edit: z.enum(['new', 'import']).optional().catch(undefined),
});
export type FeedbackSearch = z.infer<typeof feedbackSearch>;

const narrowing = ['q', 'channel', 'themeId', 'polarity', 'ownerId', 'serviceId'] as const;

/** What the server is asked for. */
export function filterOf(search: FeedbackSearch): FeedbackFilter {
  const given = narrowing.flatMap((field) => (search[field] === undefined ? [] : [[field, search[field]]]));
  const state = search.state ?? 'new';
  return { ...Object.fromEntries(given), ...(state === 'all' ? {} : { state }) };
}

/** Whether more is filtered than the state. */
export const isNarrowed = (search: FeedbackSearch): boolean => narrowing.some((field) => search[field] !== undefined);
