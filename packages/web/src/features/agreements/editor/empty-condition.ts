import type { Condition, ConditionKind } from '../condition-text.ts';

/** A condition of another kind that keeps what it can of the one before: parts become parts, a single one becomes the first of several. */
export function emptyCondition(kind: ConditionKind, before?: Condition): Condition {
  switch (kind) {
    case 'always':
    case 'never':
      return { kind };
    case 'is':
      return { kind, field: 'status', values: ['resolved'] };
    case 'happened':
      return { kind, what: 'team-reply' };
    case 'changed':
      return { kind, field: 'priority' };
    case 'not':
      return { kind, condition: before ?? emptyCondition('is') };
    case 'all':
    case 'any':
      return { kind, conditions: partsOf(before) };
    default:
      return kind satisfies never;
  }
}

function partsOf(before: Condition | undefined): readonly Condition[] {
  if (before === undefined || before.kind === 'always' || before.kind === 'never') return [emptyCondition('is')];
  return before.kind === 'all' || before.kind === 'any' ? before.conditions : [before];
}
