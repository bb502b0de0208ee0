import { form as formShape, type Form } from '@zhiheng/forms/definition';
import { z } from 'zod';

/** What a file holds: a form, no form with the first place where it is none, or nothing that can be read. */
export type FormFile =
  { readonly kind: 'form'; readonly form: Form } | { readonly kind: 'no-form'; readonly path: string } | { readonly kind: 'unreadable' };

const wrapped = z.object({ form: z.unknown() });

/** Reads a form from JSON or YAML: bare, or as `form` of an instrument. */
export async function readFormFile(text: string): Promise<FormFile> {
  const data = await parsed(text);
  if (data === undefined) return { kind: 'unreadable' };
  const outer = wrapped.safeParse(data);
  const { success, data: form, error } = formShape.safeParse(outer.success && outer.data.form !== undefined ? outer.data.form : data);
  if (success) return { kind: 'form', form };
  return { kind: 'no-form', path: error.issues[0]?.path.join('.') ?? '' };
}

async function parsed(text: string): Promise<unknown> {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const { parse } = await import('yaml');
    return parseYaml(text, parse);
  }
}

function parseYaml(text: string, parse: (text: string) => unknown): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
