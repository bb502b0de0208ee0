import type { SegmentRule } from '@zhiheng/contract/customers/customers';

export type SegmentTest = SegmentRule['tests'][number];
type Op = SegmentTest['op'];

/** A condition as it is being written: what is typed stays text until it is sent. */
export interface DraftTest {
  readonly key: number;
  readonly field: 'annualValue' | 'kind' | 'since' | 'attribute';
  readonly attribute: string;
  readonly op: Op;
  readonly value: string;
}

export interface DraftRule extends Pick<SegmentRule, 'segmentId' | 'name' | 'code' | 'level' | 'customers'> {
  readonly tests: readonly DraftTest[];
}

const ownFields = ['annualValue', 'kind', 'since'] as const;
const isOwn = (field: string): field is (typeof ownFields)[number] => (ownFields as readonly string[]).includes(field);

let keys = 0;
/** A key of its own for each line, so that fields keep their place while lines come and go. */
const nextKey = (): number => (keys += 1);

export const draftOf = (rules: readonly SegmentRule[]): DraftRule[] =>
  rules.map((rule) => ({ ...rule, tests: rule.tests.map(draftTestOf) }));

const draftTestOf = ({ field, op, value }: SegmentTest): DraftTest => ({
  key: nextKey(),
  field: isOwn(field) ? field : 'attribute',
  attribute: isOwn(field) ? '' : field,
  op,
  value: String(value),
});

export const newTest = (): DraftTest => ({ key: nextKey(), field: 'annualValue', attribute: '', op: '>=', value: '' });

/** Which comparisons make sense: kinds are alike or not. */
export const opsOf = (field: DraftTest['field']): readonly Op[] => (field === 'kind' ? ['==', '!='] : ['>=', '>', '<=', '<', '==', '!=']);

/** The field changes; what no longer fits it starts anew. */
export const withField = (test: DraftTest, field: DraftTest['field']): DraftTest => ({
  ...test,
  field,
  op: opsOf(field).includes(test.op) ? test.op : '==',
  value: field === 'kind' ? 'person' : test.field === 'kind' ? '' : test.value,
});

/** The rules as they are sent; null while a condition is not complete. */
export function rulesOf(draft: readonly DraftRule[]): Pick<SegmentRule, 'segmentId' | 'level' | 'tests'>[] | null {
  const rules = draft.map(({ segmentId, level, tests }) => ({ segmentId, level, tests: tests.map(testOf) }));
  const whole = rules.flatMap(({ tests, ...rule }) => {
    const complete = tests.filter((test) => test !== null);
    return complete.length === tests.length ? [{ ...rule, tests: complete }] : [];
  });
  return whole.length === rules.length ? whole : null;
}

function testOf({ field, attribute, op, value }: DraftTest): SegmentTest | null {
  const name = field === 'attribute' ? attribute.trim() : field;
  const text = value.trim();
  if (name === '' || text === '') return null;
  if (field === 'kind') return { field: name, op, value: text };
  const number = Number(text);
  if (Number.isFinite(number)) return { field: name, op, value: number };
  if (field !== 'attribute') return null;
  return { field: name, op, value: text === 'true' || text === 'false' ? text === 'true' : text };
}

/** The rule at `from` stands at `to`; outside of the list nothing moves. */
export function moveRule<T>(rules: readonly T[], from: number, to: number): readonly T[] {
  const moved = rules[from];
  if (moved === undefined || to < 0 || to >= rules.length || from === to) return rules;
  return rules.toSpliced(from, 1).toSpliced(to, 0, moved);
}
