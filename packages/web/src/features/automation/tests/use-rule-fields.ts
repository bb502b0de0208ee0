import { useQuery } from '@tanstack/react-query';
import { targetKind } from '@zhiheng/contract/agreements/policy';
import { caseChannel, caseStatus, caseType, complaintCause, complaintKind, priority, severity } from '@zhiheng/contract/cases/case';
import type { CaseField } from '@zhiheng/contract/cases/fields';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import {
  categoriesQuery,
  causeWords,
  channelWords,
  complaintKindWords,
  fieldWords,
  optionsOf,
  priorityWords,
  severityWords,
  statusWords,
  targetWords,
  typeWords,
  useCustomFields,
  usePeople,
} from '../../cases/index.ts';
import { usePartOptions } from '../../subjects/index.ts';
import type { Op, Value } from './draft-test.ts';

interface FieldOption {
  readonly value: Value;
  readonly label: string;
}

/** A field that a rule can ask about, with the values it is known to have. */
export interface RuleField {
  readonly field: string;
  readonly label: string;
  readonly kind: 'choice' | 'text' | 'number' | 'words';
  readonly options: readonly FieldOption[];
  /** it may be empty */
  readonly optional: boolean;
}

const opsByKind: Readonly<Record<RuleField['kind'], readonly Op[]>> = {
  choice: ['is', 'is-not'],
  words: ['is', 'is-not'],
  text: ['contains', 'is', 'is-not'],
  number: ['at-least', 'at-most'],
};

/** `changed` can be asked of what a change of a case names. */
export const opsOf = ({ kind, field }: RuleField, eventTypes: readonly string[]): readonly Op[] =>
  eventTypes.includes('case.changed') && !field.includes('.') && field !== 'label' ? [...opsByKind[kind], 'changed'] : opsByKind[kind];

const choice = (field: string, options: readonly FieldOption[], optional = false): RuleField => ({
  field,
  label: fieldWords(field),
  kind: 'choice',
  options,
  optional,
});
const text = (field: string, kind: 'text' | 'words' = 'text'): RuleField => ({
  ...{ field, label: fieldWords(field), kind, options: [], optional: false },
});

/** Fields of a case. */
export function useCaseFields(): readonly RuleField[] {
  const format = useFormat();
  const people = usePeople();
  const parts = usePartOptions();
  const { data: categories = [] } = useQuery(categoriesQuery);
  const custom = useCustomFields();
  const named = (list: readonly { readonly id: string; readonly name: { readonly zh: string; readonly en: string } }[]) =>
    list.map(({ id, name }) => ({ value: id, label: format.text(name) }));
  return [
    choice('type', optionsOf(typeWords, caseType.options)),
    choice('categoryId', named(categories), true),
    choice('serviceId', named(parts.service), true),
    choice('priority', optionsOf(priorityWords, priority.options)),
    choice('severity', optionsOf(severityWords, severity.options), true),
    { ...choice('channel', optionsOf(channelWords, caseChannel.options)), label: m.automation_field_channel() },
    text('subject'),
    text('description'),
    text('tags', 'words'),
    { ...choice('segmentId', named(parts.segment), true), label: m.automation_field_segment() },
    choice('siteId', named(parts.site), true),
    choice('cause', optionsOf(causeWords, complaintCause.options), true),
    choice('complaintKind', optionsOf(complaintKindWords, complaintKind.options), true),
    text('contactEmail'),
    choice('language', [
      { value: 'zh', label: '中文' },
      { value: 'en', label: 'English' },
    ]),
    choice('status', optionsOf(statusWords, caseStatus.options)),
    choice('teamId', named(parts.team), true),
    choice(
      'assigneeId',
      people.map(({ id, name }) => ({ value: id, label: name })),
      true,
    ),
    ...custom.filter(({ retired, kind }) => !retired && kind !== 'date').map((field) => customField(field, format)),
  ];
}

const customKinds = { text: 'text', number: 'number', choice: 'choice', several: 'choice', 'yes-no': 'choice', date: 'text' } as const;

/** A field of the house's own. */
function customField({ code, name, kind, options }: CaseField, format: Format): RuleField {
  const chosen =
    kind === 'yes-no'
      ? [true, false].map((value) => ({ value, label: value ? m.automation_yes() : m.automation_no() }))
      : options.map((option) => ({ value: option.code, label: format.text(option.name) }));
  return { field: `custom.${code}`, label: format.text(name), kind: customKinds[kind], options: chosen, optional: true };
}

const own = (field: string, label: string, more: Partial<RuleField>): RuleField => ({
  ...{ field, label, kind: 'choice', options: [], optional: false },
  ...more,
});

/** What the log says of an event, for the kinds of events of which that is known. */
export function eventFields(eventTypes: readonly string[]): readonly RuleField[] {
  const has = (...types: string[]) => types.some((type) => eventTypes.includes(type));
  const targets = optionsOf(targetWords, targetKind.options);
  const entryKinds = [
    { value: 'message', label: m.automation_entry_message() },
    { value: 'reply', label: m.automation_entry_reply() },
    { value: 'note', label: m.automation_entry_note() },
  ];
  const outcomes = [
    { value: 'solved', label: m.automation_outcome_solved() },
    { value: 'not-solved', label: m.automation_outcome_not_solved() },
    { value: 'not-reached', label: m.automation_outcome_not_reached() },
  ];
  const actors = [
    { value: 'account', label: m.automation_actor_account() },
    { value: 'api-key', label: m.automation_actor_api_key() },
    { value: 'system', label: m.automation_actor_system() },
  ];
  return [
    ...(has('case.entry-added') ? [own('data.kind', m.automation_field_entry(), { options: entryKinds })] : []),
    ...(has('case.clock-breached', 'case.escalated') ? [own('data.target', m.automation_field_target(), { options: targets })] : []),
    ...(has('case.followed-up') ? [own('data.outcome', m.automation_field_outcome(), { options: outcomes })] : []),
    ...(has('case.followed-up') ? [own('data.rating', m.automation_field_rating(), { kind: 'number' })] : []),
    ...(has('case.rated') ? [own('data.value', m.automation_field_rating(), { kind: 'number' })] : []),
    own('label', m.automation_field_label(), { kind: 'text' }),
    own('actorKind', m.automation_field_actor(), { options: actors }),
  ];
}
