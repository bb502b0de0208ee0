import { z } from 'zod';
import { agreementKind } from '../agreements/agreements.ts';
import { overrideKind } from '../agreements/calendars.ts';
import { condition, reopening, stepAction, targetKind } from '../agreements/policy.ts';
import { code, localText } from '../values/text.ts';

/** `09:00-18:00`; the end of a day is `24:00`. */
const hours = z.array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'hours')).max(12);

/** One calendar of `calendars.yaml`; `holidays` takes the announced days off and make-up days of these years over. */
export const packCalendar = z.strictObject({
  code,
  name: localText,
  zone: z.string().min(1).max(64),
  week: z.strictObject({
    mon: hours.default([]),
    tue: hours.default([]),
    wed: hours.default([]),
    thu: hours.default([]),
    fri: hours.default([]),
    sat: hours.default([]),
    sun: hours.default([]),
  }),
  make_up_hours: hours.default([]),
  holidays: z.strictObject({ CN: z.array(z.number().int()).max(100) }).optional(),
  days: z
    .array(z.strictObject({ date: z.iso.date(), kind: overrideKind, name: localText.optional(), hours: hours.optional() }))
    .max(2000)
    .default([]),
});
export type PackCalendar = z.infer<typeof packCalendar>;
export const packCalendars = z.strictObject({ calendars: z.array(packCalendar) });

const values = z.array(code).min(1).max(200);
/** Which cases: codes of services and segments, words of the others. What is not named is all. */
const packScope = z.strictObject({
  segment: values.optional(),
  service: values.optional(),
  type: values.optional(),
  priority: values.optional(),
  channel: values.optional(),
});
export type PackScope = z.infer<typeof packScope>;

/** `30min`, `4h`, `90s` of working time */
const length = z.string().regex(/^[1-9]\d{0,7}(s|min|h)$/, 'length');
/** the same before (`-30min`) or after the deadline */
const offset = z.string().regex(/^-?\d{1,8}(s|min|h)$/, 'length');

/** One promise: `within` working time, or until closing time so many business days later (`business_days`). Without `conditions` those that its name usually has. */
export const packTarget = z.strictObject({
  promise: targetKind,
  scope: packScope.optional(),
  within: length.optional(),
  business_days: z.number().int().min(0).max(366).optional(),
  reopening: reopening.optional(),
  steps: z
    .array(z.strictObject({ id: code, name: localText, percent: z.number().min(1).max(1000).optional(), offset: offset.optional() }))
    .max(20)
    .default([]),
  conditions: z
    .strictObject({
      start: z.union([z.strictObject({ while: condition }), z.strictObject({ once: condition })]),
      pauses: z.array(z.strictObject({ reason: code, name: localText, when: condition, until: condition.optional() })).max(20),
      stop: condition,
      cancel: condition,
      reset: condition,
      recurring: z.boolean(),
    })
    .optional(),
});
export type PackTarget = z.infer<typeof packTarget>;

/** One agreement of `agreements.yaml`. Its figures are settings of the pack, no norm. */
export const packAgreement = z.strictObject({
  code,
  name: localText,
  kind: agreementKind,
  team: code.optional(),
  supplier: code.optional(),
  calendar: code,
  scope: packScope.default({}),
  adoption: z.enum(['new-cases', 'open-cases']).default('new-cases'),
  closed: z.array(code).max(20).default(['closed', 'cancelled', 'merged']),
  attainment_goal: z.number().min(0).max(100),
  credit: z
    .strictObject({ percent_per_breach: z.number().min(0).max(100), monthly_cap_percent: z.number().min(0).max(100) })
    .optional(),
  review_on: z.iso.date().optional(),
  targets: z.array(packTarget).max(60),
  actions: z
    .array(z.strictObject({ step: code, notify: stepAction.shape.notify, raise_priority: z.boolean().default(false) }))
    .max(200)
    .default([]),
});
export type PackAgreement = z.infer<typeof packAgreement>;

export const packSupplier = z.strictObject({ code, name: localText, note: z.string().max(4000).default('') });
export type PackSupplier = z.infer<typeof packSupplier>;
export const packAgreements = z.strictObject({ suppliers: z.array(packSupplier).default([]), agreements: z.array(packAgreement) });
