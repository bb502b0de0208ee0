import { fieldName, fieldsOf, scaleFieldsOf, type Field } from '@zhiheng/forms/fields';
import type { Form } from '@zhiheng/forms/definition';

/** A field of any of the versions of a survey: a column of its export. */
export interface FieldColumn {
  readonly key: string;
  readonly label: string;
  readonly kind: Field['kind'];
  /** by version: where a scale answer stands, from 1; null where it stands in the rest, or nowhere */
  readonly places: ReadonlyMap<string, number | null>;
}

interface Version {
  readonly id: string;
  readonly form: Form;
}

/** Columns of all versions, the newest first; a field that only older versions have follows behind. */
export function fieldColumns(versions: readonly Version[], language: string): readonly FieldColumn[] {
  const columns = new Map<string, FieldColumn & { readonly places: Map<string, number | null> }>();
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
  return [...columns.values()];
}
