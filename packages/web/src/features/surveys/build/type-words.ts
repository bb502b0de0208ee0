import type { QuestionType } from '@zhiheng/forms/definition';
import { m } from '../../../paraglide/messages.js';

/** Kinds of questions as they are offered, with a sign, a name and a line about each. */
export const typeFaces: Readonly<
  Record<QuestionType, { readonly sign: string; readonly name: () => string; readonly about: () => string }>
> = {
  single: { sign: '◉', name: m.surveys_type_single, about: m.surveys_about_single },
  multiple: { sign: '☑', name: m.surveys_type_multiple, about: m.surveys_about_multiple },
  scale: { sign: '★', name: m.surveys_type_scale, about: m.surveys_about_scale },
  matrix: { sign: '▦', name: m.surveys_type_matrix, about: m.surveys_about_matrix },
  nps: { sign: '10', name: m.surveys_type_nps, about: m.surveys_about_nps },
  ces: { sign: '7', name: m.surveys_type_ces, about: m.surveys_about_ces },
  ranking: { sign: '≡', name: m.surveys_type_ranking, about: m.surveys_about_ranking },
  text: { sign: 'T', name: m.surveys_type_text, about: m.surveys_about_text },
  number: { sign: '#', name: m.surveys_type_number, about: m.surveys_about_number },
  date: { sign: '31', name: m.surveys_type_date, about: m.surveys_about_date },
  file: { sign: '⇪', name: m.surveys_type_file, about: m.surveys_about_file },
  kano: { sign: '±', name: m.surveys_type_kano, about: m.surveys_about_kano },
  pair: { sign: '⇄', name: m.surveys_type_pair, about: m.surveys_about_pair },
  points: { sign: '∑', name: m.surveys_type_points, about: m.surveys_about_points },
  note: { sign: '¶', name: m.surveys_type_note, about: m.surveys_about_note },
};

export const typeGroups: readonly { readonly name: () => string; readonly types: readonly QuestionType[] }[] = [
  { name: m.surveys_library_rating, types: ['scale', 'matrix', 'nps', 'ces'] },
  { name: m.surveys_library_choice, types: ['single', 'multiple', 'ranking'] },
  { name: m.surveys_library_open, types: ['text', 'number', 'date', 'file', 'note'] },
  { name: m.surveys_library_study, types: ['pair', 'kano', 'points'] },
];
