import { z } from 'zod';

/** Language of a form, after BCP 47: `zh`, `en`, `ug`, `pt-BR`. */
export const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'language')
  .max(20);

/**
 * Words for people in the languages of the form. A draft may lack a language; publishing asks for all. `{{key}}` in a text is replaced by what
 * was answered or given under that key, `{{key|words}}` by the words when nothing was.
 */
export const formText = z.record(language, z.string().max(4000));
export type FormText = z.infer<typeof formText>;

/** Name of a part of a form, stable over versions: it is the column of an export and joins the versions of a question. */
export const key = z
  .string()
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, 'key')
  .max(40);
