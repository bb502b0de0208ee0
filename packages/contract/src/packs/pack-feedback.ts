import { z } from 'zod';
import { feedbackChannel } from '../feedback/feedback-kinds.ts';
import { needKind } from '../feedback/need-kind.ts';
import { code, localProse, localText } from '../values/text.ts';

const grade = z.number().int().min(1).max(5);
/** How strongly a feature serves a need, as houses of quality have it. */
const strength = z.union([z.literal(0), z.literal(1), z.literal(3), z.literal(9)]);

/** What customers say in the demo, and the house of quality of what they need. The lowest scores are followed up. */
export const packDemoFeedback = z.strictObject({
  texts: z
    .array(
      z.strictObject({
        channel: feedbackChannel,
        source: localText.optional(),
        service: code,
        /** stars out of five */
        score: grade.optional(),
        text: localProse,
        /** the need that speaks out of it */
        need: code.optional(),
      }),
    )
    .min(1)
    .max(60),
  needs: z
    .array(
      z.strictObject({
        code,
        kind: needKind,
        name: localText,
        service: code,
        importance: grade,
        priority: z.enum(['must', 'should', 'could', 'not-now']),
        own_score: grade,
        target_score: grade,
        sales_point: z.union([z.literal(1), z.literal(1.2), z.literal(1.5)]).default(1),
        /** one of each feature, one of each competitor, in their order */
        features: z.array(strength),
        competitors: z.array(grade),
      }),
    )
    .max(20),
  features: z
    .array(z.strictObject({ name: localText, unit: localText, target: z.string().max(40), direction: z.enum(['higher', 'lower', 'hit']) }))
    .max(20),
  competitors: z.array(localText).max(6),
});
export type PackDemoFeedback = z.infer<typeof packDemoFeedback>;
