import type { Form } from '@zhiheng/forms/definition';
import { z } from 'zod';

/** Names of properties whose words are fields or questions. */
const references = new Set(['field', 'fields', 'outcome', 'question', 'points', 'groups']);
const placeholder = /\{\{\s*([a-z0-9_]+)((?:\.[a-z0-9_.]+)?\s*(?:\|[^{}]*)?)\}\}/g;
const record = z.record(z.string(), z.unknown());

/** Gives a question another key, in everything that speaks of it: conditions, measures, groups and placeholders. */
export function renameQuestion(form: Form, from: string, to: string): Form {
  const renamed = (value: string): string => (value === from || value.startsWith(`${from}.`) ? to + value.slice(from.length) : value);
  const inText = (text: string): string =>
    text.replaceAll(placeholder, (whole, key: string, rest: string) => (key === from ? `{{${to}${rest}}}` : whole));
  const walk = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return references.has(name) ? renamed(value) : inText(value);
    if (Array.isArray(value)) return value.map((each) => walk(each, name));
    const parts = record.safeParse(value);
    if (!parts.success) return value;
    const entries = Object.entries(parts.data).map(([key, each]) => [name === 'points' ? renamed(key) : key, walk(each, key)]);
    return Object.fromEntries(entries) as unknown;
  };
  // The walk changes words only: what comes out has the shape that went in.
  const next = walk(form, '') as Form;
  return {
    ...next,
    pages: next.pages.map((page) => ({
      ...page,
      questions: page.questions.map((question) => (question.key === from ? { ...question, key: to } : question)),
    })),
  };
}
