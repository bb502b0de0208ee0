import { isDeepStrictEqual } from 'node:util';

interface FieldChange {
  readonly from: unknown;
  readonly to: unknown;
}

/**
 * What a reader of the log wants to know about a change: each field that is different now. Fields that `after` leaves out stay.
 *
 * @example changesBetween({ name: 'A', size: 1 }, { name: 'B', size: 1 }) // { name: { from: 'A', to: 'B' } }
 */
export function changesBetween<T extends object>(
  before: T,
  after: { readonly [K in keyof T]?: T[K] | undefined },
): Record<string, FieldChange> {
  const changed = (Object.keys(after) as (keyof T & string)[]).filter(
    (field) => after[field] !== undefined && !isDeepStrictEqual(before[field], after[field]),
  );
  return Object.fromEntries(changed.map((field) => [field, { from: before[field], to: after[field] }]));
}

/** The fields that were given, without those that are `undefined`: spread over a record they leave the others as they are. */
export const givenFields = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
