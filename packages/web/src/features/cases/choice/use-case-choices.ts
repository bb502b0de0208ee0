import { useQuery } from '@tanstack/react-query';
import { caseStatus, priority } from '@zhiheng/contract/cases/case';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { useMe } from '../../identity/index.ts';
import { usePartOptions } from '../../subjects/index.ts';
import { categoriesQuery, tagsQuery } from '../cases.query.ts';
import type { CasesChange } from '../list/undo.rules.ts';
import { usePeople } from '../people/use-people.ts';
import { optionsOf, priorityWords, statusWords } from '../words/case-words.ts';
import type { Choice } from './choice-dialog.tsx';

export type ChoiceKind = 'assign' | 'team' | 'priority' | 'status' | 'category' | 'tag';
type Change = CasesChange['change'];

/** Stands for "nobody" among the options. */
const none = '-';
const orNull = (value: string): string | null => (value === none ? null : value);
const settable = caseStatus.options.filter((status) => status !== 'merged' && status !== 'new');

const statusOptions = () => optionsOf(statusWords, settable);
const priorityOptions = () => optionsOf(priorityWords, priority.options).map((option) => ({ ...option, note: option.value.toUpperCase() }));

/** Questions with the same answers in every house. */
const levelChoices = (onChange: (change: Change) => void): Readonly<Record<'priority' | 'status', () => Choice>> => ({
  priority: () => ({
    title: m.cases_set_priority_title(),
    placeholder: m.cases_set_priority_find(),
    options: priorityOptions(),
    onChoose: (value) => onChange({ priority: priority.parse(value) }),
  }),
  status: () => ({
    title: m.cases_set_status_title(),
    placeholder: m.cases_set_status_find(),
    options: statusOptions(),
    onChoose: (value) => onChange({ status: caseStatus.parse(value) }),
  }),
});

/** What can be chosen among: people, teams, categories and tags of the house. */
function useOptions() {
  const format = useFormat();
  const people = usePeople();
  const me = useMe();
  const parts = usePartOptions();
  const { data: categories = [] } = useQuery(categoriesQuery);
  const { data: tags = [] } = useQuery(tagsQuery);
  const named = (options: typeof parts.team) => options.map(({ id, name, code }) => ({ value: id, label: format.text(name), note: code }));
  return {
    people: people.map(({ id, name }) => ({ value: id, label: id === me.id ? m.cases_assign_me({ name }) : name })),
    teams: named(parts.team),
    categories: named(categories),
    tags: tags.map(({ tag, cases }) => ({ value: tag, label: tag, note: format.number(cases) })),
  };
}

/** The questions that can be asked of one or many cases; `onChange` gets what was chosen. */
export function useCaseChoices(onChange: (change: Change) => void): (kind: ChoiceKind, cases: number) => Choice {
  const { people, teams, categories, tags } = useOptions();
  const choices: Readonly<Record<ChoiceKind, (cases: number) => Choice>> = {
    assign: (cases) => ({
      title: cases === 1 ? m.cases_assign_title() : m.cases_assign_many({ n: cases }),
      placeholder: m.cases_assign_find(),
      options: [...people, { value: none, label: m.cases_assign_nobody() }],
      onChoose: (value) => onChange({ assigneeId: orNull(value) }),
    }),
    team: () => ({
      title: m.cases_set_team_title(),
      placeholder: m.cases_set_team_find(),
      options: teams,
      onChoose: (teamId) => onChange({ teamId }),
    }),
    ...levelChoices(onChange),
    category: () => ({
      title: m.cases_set_category_title(),
      placeholder: m.cases_set_category_find(),
      options: categories,
      onChoose: (categoryId) => onChange({ categoryId }),
    }),
    tag: () => ({
      title: m.cases_add_tag_title(),
      placeholder: m.cases_add_tag_find(),
      options: tags,
      fresh: (tag) => m.cases_add_tag_new({ tag }),
      onChoose: (tag) => onChange({ addTags: [tag] }),
    }),
  };
  return (kind, cases) => choices[kind](cases);
}
