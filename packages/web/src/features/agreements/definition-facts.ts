import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import type { Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { columnWords, dimensions, dimensionWords, reopeningWords, targetWords, toldWords } from './agreement-words.ts';
import { conditionText } from './condition-text.ts';
import { goalText } from './editor/duration-text.ts';
import { momentText } from './editor/step-text.ts';
import { columns, rowsOf, type TargetRow } from './editor/target-rows.ts';
import { nameIn, type Choices } from './use-names.ts';
import { valueText } from './condition-text.ts';

export interface Fact {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

interface Words {
  readonly format: Format;
  readonly choices: Choices;
}

/** All that a version says, one line each, in words. */
export function factsOf(definition: AgreementDefinition, words: Words): Fact[] {
  const { format, choices } = words;
  return [
    fact('scope', m.agreements_scope(), scopeText(definition.scope, words)),
    fact('calendar', m.agreements_calendar(), nameIn(choices.calendar, definition.calendarId)),
    ...rowsOf(definition.targets).flatMap((row) => rowFacts(row, definition, words)),
    fact('adoption', m.agreements_adoption(), adoptionWords[definition.adoption]()),
    fact('closed', m.agreements_closed(), format.list(definition.closed.map(valueText)) || '—'),
    fact('attainment', m.agreements_attainment(), format.percent(definition.attainmentGoal)),
    fact('credit', m.agreements_credit(), creditText(definition.credit, format)),
    fact('review', m.agreements_review(), definition.reviewOn ?? '—'),
  ];
}

const fact = (key: string, label: string, value: string): Fact => ({ key, label, value });

export const adoptionWords: Readonly<Record<AgreementDefinition['adoption'], () => string>> = {
  'new-cases': m.agreements_adoption_new,
  'open-cases': m.agreements_adoption_open,
};

export function scopeText(scope: AgreementDefinition['scope'], { format, choices }: Words): string {
  const parts = dimensions.flatMap((dimension) => {
    const values = scope[dimension];
    if (values === undefined) return [];
    return [`${dimensionWords[dimension]()}: ${format.list(values.map((value) => nameIn(choices[dimension], value)))}`];
  });
  return parts.length === 0 ? m.agreements_scope_all() : parts.join(' · ');
}

function creditText(credit: AgreementDefinition['credit'], format: Format): string {
  if (credit === null) return m.agreements_credit_none();
  return m.agreements_credit_text({ each: format.percent(credit.percentPerBreach), cap: format.percent(credit.monthlyCapPercent) });
}

function rowFacts({ course, goals }: TargetRow, { actions }: AgreementDefinition, words: Words): Fact[] {
  const { format } = words;
  const scope = Object.keys(course.scope).length === 0 ? '' : ` (${scopeText(course.scope, words)})`;
  const name = `${targetWords[course.kind]()}${scope}`;
  const key = `${course.kind} ${JSON.stringify(course.scope)}`;
  const times = columns.flatMap((column) => {
    const goal = goals[column];
    return goal === undefined ? [] : [`${columnWords[column]()} ${goalText(goal, format.locale)}`];
  });
  const pauses = course.pauses.map(({ name: pause, when }) => `${format.text(pause)} (${conditionText(when, format)})`);
  const steps = course.steps.map(({ id, at }) => {
    const told = actions.find(({ stepId }) => stepId === id)?.notify ?? [];
    return `${momentText(at, format.locale)} → ${format.list(told.map((one) => toldWords[one]())) || m.agreements_told_nobody()}`;
  });
  const part = (sub: string, label: string, value: string) => fact(`${key} ${sub}`, `${name} · ${label}`, value);
  return [
    part('goal', m.agreements_goal(), times.join(' · ')),
    part('start', m.agreements_start(), startText(course.start, format)),
    ...(pauses.length === 0 ? [] : [part('pauses', m.agreements_pauses(), pauses.join('; '))]),
    part('stop', m.agreements_stop(), conditionText(course.stop, format)),
    ...optionalFacts({ course, part, format }),
    part('reopening', m.agreements_reopening(), reopeningWords[course.reopening]()),
    ...(steps.length === 0 ? [] : [part('steps', m.agreements_steps(), steps.join('; '))]),
  ];
}

interface Optional {
  readonly course: TargetRow['course'];
  readonly part: (sub: string, label: string, value: string) => Fact;
  readonly format: Format;
}

/** What most promises do without is told where it is there. */
function optionalFacts({ course, part, format }: Optional): Fact[] {
  return [
    ...(course.cancel.kind === 'never' ? [] : [part('cancel', m.agreements_cancel(), conditionText(course.cancel, format))]),
    ...(course.reset.kind === 'never' ? [] : [part('reset', m.agreements_reset(), conditionText(course.reset, format))]),
    ...(course.recurring ? [part('recurring', m.agreements_recurring(), m.agreements_recurring_yes())] : []),
  ];
}

export function startText(start: TargetRow['course']['start'], format: Format): string {
  const condition = 'while' in start ? start.while : start.once;
  if (condition.kind === 'always') return m.agreements_start_at_once();
  const words = conditionText(condition, format);
  return 'while' in start ? m.agreements_start_while({ words }) : m.agreements_start_once({ words });
}

export interface FactChange {
  readonly key: string;
  readonly label: string;
  /** null: was not there, or is no longer there */
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs between two versions, in the order in which it is told. */
export function changesBetween(before: readonly Fact[], after: readonly Fact[]): FactChange[] {
  const old = new Map(before.map((one) => [one.key, one]));
  const next = new Map(after.map((one) => [one.key, one]));
  const all = [...after, ...before.filter(({ key }) => !next.has(key))];
  return all
    .map(({ key, label }) => ({ key, label, before: old.get(key)?.value ?? null, after: next.get(key)?.value ?? null }))
    .filter((change) => change.before !== change.after);
}
