import { z } from 'zod';
import { caseLimits, usualLimits } from '../cases/case-settings.ts';
import { caseType } from '../cases/case.ts';
import { caseFieldKind } from '../cases/fields.ts';
import { code, localText } from '../values/text.ts';

const { responseHours, resultHours, followUpAfterDays, followUpUntilDays, retryAfterDays, attempts, closeAfterDays } = caseLimits.shape;

/** `cases.yaml`: limits of the desk. What is not said is as usual. */
export const packCases = z.strictObject({
  response_hours: responseHours.default(usualLimits.responseHours),
  result_hours: resultHours.default(usualLimits.resultHours),
  follow_up_after_days: followUpAfterDays.default(usualLimits.followUpAfterDays),
  follow_up_until_days: followUpUntilDays.default(usualLimits.followUpUntilDays),
  retry_after_days: retryAfterDays.default(usualLimits.retryAfterDays),
  attempts: attempts.default(usualLimits.attempts),
  close_after_days: closeAfterDays.default(usualLimits.closeAfterDays),
});
export type PackCases = z.infer<typeof packCases>;

/** One category of `categories.yaml`; `parent` names another one, `team` the queue that gets its cases, `types` who may choose it (none: everybody). */
export const packCategory = z.strictObject({
  code,
  name: localText,
  parent: code.optional(),
  team: code.optional(),
  types: z.array(caseType).default([]),
});
export type PackCategory = z.infer<typeof packCategory>;
export const packCategories = z.strictObject({ categories: z.array(packCategory).max(500) });

/** One field of `fields.yaml`: what cases of these types (none: all) hold besides; the fields stand in the order of the file. */
export const packField = z.strictObject({
  code,
  name: localText,
  /** below the field */
  help: localText.optional(),
  kind: caseFieldKind,
  types: z.array(caseType).default([]),
  /** of `choice` and `several` */
  options: z.array(z.strictObject({ code, name: localText })).max(100).default([]),
  required: z.boolean().default(false),
  /** shown in the list of cases */
  listed: z.boolean().default(false),
});
export type PackField = z.infer<typeof packField>;
export const packFields = z.strictObject({ fields: z.array(packField).max(60) });

/** Cases of the demo data: so many a month, drawn from these subjects; where the seeded problem is, `problem_factor` times as many trouble the desk. */
export const packDemoCases = z.strictObject({
  per_month: z.number().positive().max(300),
  problem_factor: z.number().min(1).max(10).default(2),
  subjects: z
    .array(
      z.strictObject({
        type: caseType,
        category: code,
        service: code,
        subject: localText,
        weight: z.number().positive().default(1),
      }),
    )
    .min(1),
});
export type PackDemoCases = z.infer<typeof packDemoCases>;
