import { z } from 'zod';
import { condition } from './condition.ts';
import { measure } from './measure.ts';
import { question } from './question.ts';
import { formText, key, language } from './text.ts';

const page = z.strictObject({
  key,
  title: formText.optional(),
  questions: z.array(question).max(100),
  when: condition.optional(),
});
export type Page = z.infer<typeof page>;

/** How a form ends: the first whose condition holds. `screens`: whoever comes here does not belong to those who are asked. */
const ending = z.strictObject({ key, text: formText, when: condition.optional(), screens: z.boolean().default(false) });
export type Ending = z.infer<typeof ending>;

/** Something known before the first question, by the link: the name of a service, a case number. It may be piped and asked by conditions. */
const given = z.strictObject({ key, name: formText });

/**
 * A survey or a checklist as data. Builder, runner and server read it with the same functions. Keys of questions are unique in the form, keys
 * of pages, measures and endings among themselves. `languages[0]` is the one the others are translated from.
 */
export const form = z.strictObject({
  languages: z.array(language).min(1).max(12),
  title: formText,
  intro: formText.optional(),
  /** what is said about data protection before the first question; `consent` asks for agreement */
  privacy: formText.optional(),
  consent: z.boolean().default(false),
  given: z.array(given).max(20).default([]),
  pages: z.array(page).min(1).max(60),
  endings: z.array(ending).max(20).default([]),
  measures: z.array(measure).max(60).default([]),
  /** single-choice questions by which results may be broken down, besides service, site, team and segment */
  groups: z.array(key).max(6).default([]),
  /** where the form comes from, when it follows an instrument */
  citation: z.string().max(2000).optional(),
});
export type Form = z.infer<typeof form>;
/** A form as somebody writes it, defaults left out. */
export type FormInput = z.input<typeof form>;
