import { templateVariables, type TemplateKind } from '@zhiheng/contract/mail/mail';

export interface Template {
  readonly subject: string;
  readonly body: string;
}

const variable = /\{([a-zA-Z]+)\}/g;

/** The first name in braces that this kind of text does not know; null when all are known. */
export function unknownVariable(kind: TemplateKind, text: string): string | null {
  const known: readonly string[] = templateVariables[kind];
  for (const [, name = ''] of text.matchAll(variable)) if (!known.includes(name)) return name;
  return null;
}

export type Values = Readonly<Record<string, string>>;

/** Puts the values in. What a value itself has in braces stays as it is; lines that are empty for want of a value close up. */
export function fillTemplate(template: Template, signature: string, values: Values): Template {
  const all = { ...values, signature: fill(signature, values) };
  return {
    subject: fill(template.subject, all).replaceAll(/\s+/g, ' ').trim().slice(0, 300),
    body: fill(template.body, all)
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim(),
  };
}

const fill = (text: string, values: Values): string => text.replaceAll(variable, (whole, name: string) => values[name] ?? whole);
