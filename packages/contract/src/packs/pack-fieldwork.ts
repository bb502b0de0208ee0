import { form } from '@zhiheng/forms/definition';
import { z } from 'zod';
import { fieldKind } from '../fieldwork/fieldwork-kinds.ts';
import { code, localProse, localText } from '../values/text.ts';

const quote = z.strictObject({
  /** word for word in the notes */
  text: z.string().min(1).max(400),
  codes: z.array(code).max(5),
  memo: z.string().max(400).default(''),
});
const session = z
  .strictObject({
  days_ago: z.number().int().min(1).max(360),
  site: code.optional(),
  place: z.string().max(200).default(''),
  participants: z
    .array(z.strictObject({ label: z.string().min(1).max(60), segment: code.optional() }))
    .max(12)
    .default([]),
  notes: z.string().max(20_000),
  quotes: z.array(quote).max(40).default([]),
})
  .refine(({ notes, quotes }) => quotes.every(({ text }) => notes.includes(text)), { error: 'quote_not_in_notes', path: ['quotes'] });

/** A study of the demo: sessions that are drawn with their sheets, or written down with their notes. */
const study = z.strictObject({
  kind: fieldKind,
  name: localText,
  purpose: localProse,
  service: code,
  form,
  /** people of the demo, who cannot sign in and go with it */
  raters: z.array(z.string().min(1).max(60)).max(5).default([]),
  codes: z
    .array(z.strictObject({ code, name: localText, meaning: localProse.default({ zh: '', en: '' }), parent: code.optional() }))
    .max(60)
    .default([]),
  drawn: z.strictObject({ months: z.number().int().min(1).max(12), per_place: z.number().int().min(1).max(4) }).optional(),
  sessions: z.array(session).max(30).default([]),
});
export type PackDemoStudy = z.infer<typeof study>;
export const packDemoFieldwork = z.array(study).max(5);
