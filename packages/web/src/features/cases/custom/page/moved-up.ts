import type { CaseField } from '@zhiheng/contract/cases/fields';

type Place = Pick<CaseField, 'id' | 'position' | 'retired'>;

/** The positions that change when a field moves one place up among those in use; none for the first and for those out of use. */
export function movedUp(fields: readonly Place[], field: Place): { readonly id: string; readonly position: number }[] {
  const used = fields.filter(({ retired }) => !retired);
  const at = used.findIndex(({ id }) => id === field.id);
  const above = used[at - 1];
  if (above === undefined) return [];
  const order = used.with(at - 1, field).with(at, above);
  return order
    .map(({ id }, index) => ({ id, position: 10 * (index + 1) }))
    .filter(({ id, position }) => !used.some((one) => one.id === id && one.position === position));
}
