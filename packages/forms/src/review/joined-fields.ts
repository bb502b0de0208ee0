import type { Form } from '../definition/index.ts';
import { fieldsOf, type Field } from '../fields/index.ts';

/**
 * What two versions of a form have in common: the fields of the newer one that the older has under the same key, of the same kind and on the
 * same scale. Their answers may be put together; all others may not. Options of a choice may differ.
 * @example
 * const older = { pages: [{ questions: [{ key: 'again', type: 'nps' }, { key: 'ease', type: 'scale', scale: { min: 1, max: 5 } }] }] };
 * const newer = { pages: [{ questions: [{ key: 'ease', type: 'scale', scale: { min: 1, max: 7 } }, { key: 'again', type: 'nps' }] }] };
 * joinedFields(older, newer) // [{ key: 'again' }]
 */
export function joinedFields(older: Form, newer: Form): readonly Field[] {
  const before = new Map(fieldsOf(older).map((field) => [field.key, field]));
  return fieldsOf(newer).filter((field) => {
    const same = before.get(field.key);
    return same !== undefined && isJoined(same, field);
  });
}

function isJoined(older: Field, newer: Field): boolean {
  if (older.kind !== 'scale' || newer.kind !== 'scale') return older.kind === newer.kind;
  return older.min === newer.min && older.max === newer.max && older.facet === newer.facet;
}
