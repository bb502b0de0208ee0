import { fieldName, fieldsOf, scaleFieldsOf, type Field } from '@zhiheng/forms/fields';
import type { Form } from '@zhiheng/forms/definition';

/** A field of any of the versions of a survey: a column of its export. */
export interface FieldColumn {
  readonly key: string;
  readonly label: string;
  readonly kind: Field['kind'];
  /** by version: where a scale answer stands, from 1; null where it stands in the rest, or nowhere */
  readonly places: ReadonlyMap<string, number | null>;
  /** where a scale answer stands in every version; null where that differs, or not every version has it */
  readonly place: number | null;
}

interface Version {
  readonly id: string;
  readonly form: Form;
}

/** Columns of all versions, the newest first; a field that only older versions have follows behind. */
export function fieldColumns(versions: readonly Version[], language: string): readonly FieldColumn[] {
  const columns = new Map<string, Omit<FieldColumn, 'place'> & { readonly places: Map<string, number | null> }>();
  for (const { id, form } of versions) {
    const place = new Map(scaleFieldsOf(form).map(({ key }, at) => [key, at + 1]));
    for (const field of fieldsOf(form)) {
      const column = columns.get(field.key) ?? {
        ...{ key: field.key, kind: field.kind, label: fieldName(form, field, language) },
        places: new Map<string, number | null>(),
      };
      column.places.set(id, place.get(field.key) ?? null);
      columns.set(field.key, column);
    }
  }
  return [...columns.values()].map((column) => ({ ...column, place: commonPlace([...column.places.values()], versions.length) }));
}

function commonPlace([first = null, ...others]: readonly (number | null)[], versions: number): number | null {
  return others.length + 1 === versions && others.every((place) => place === first) ? first : null;
}
