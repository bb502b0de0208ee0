/** A category as columns of 0 and 1, one for each level but the reference. */
export interface DummyColumns {
  readonly reference: string;
  /** levels with a column, in order of first appearance */
  readonly levels: readonly string[];
  /** per value one row with a column per level */
  readonly rows: readonly (readonly number[])[];
}

/**
 * Dummy columns of a category for regression: a coefficient is then the difference of its level from the reference. Throws RangeError
 * when no value has the reference level.
 * @example dummyColumns(['phone', 'mail', 'phone', 'chat'], { reference: 'phone' }) // { levels: ['mail', 'chat'], rows: [[0, 0], [1, 0], [0, 0], [0, 1]] }
 */
export function dummyColumns(values: readonly string[], { reference }: { readonly reference: string }): DummyColumns {
  if (!values.includes(reference)) throw new RangeError(`no value has the reference level ${reference}`);
  const levels = [...new Set(values)].filter((level) => level !== reference);
  return { reference, levels, rows: values.map((value) => levels.map((level) => (value === level ? 1 : 0))) };
}
