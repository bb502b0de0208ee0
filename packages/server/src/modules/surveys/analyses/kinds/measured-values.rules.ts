import type { FigureUnit } from '@zhiheng/contract/surveys/figure';
import type { Form, FormText, Measure } from '@zhiheng/forms/definition';
import { scaleFieldsOf } from '@zhiheng/forms/fields';
import type { SampleRow } from '../sample.rules.ts';

/** What a single answer adds to a figure that is a mean over answers. */
export interface MeasuredValue {
  readonly measure: string;
  readonly name: FormText;
  readonly unit: FigureUnit;
  /** null where the answer says nothing about it */
  valueOf(row: SampleRow): number | null;
}

type Column = (row: SampleRow) => number | null;

/** Measures of a form that are means over answers: shares, points and places on a scale. */
export function measuredValues(form: Form): readonly MeasuredValue[] {
  const columns = new Map(scaleFieldsOf(form).map(({ key }, at): [string, Column] => [key, ({ scales }) => scales[at] ?? null]));
  return form.measures.flatMap((measure) => {
    const found = valueOfMeasure(measure, columns);
    return found === null ? [] : [{ measure: measure.key, name: measure.name, ...found }];
  });
}

function valueOfMeasure(measure: Measure, columns: ReadonlyMap<string, Column>): Pick<MeasuredValue, 'unit' | 'valueOf'> | null {
  switch (measure.kind) {
    case 'csat':
      return ofField(columns.get(measure.field), 'share', (value) => (value >= measure.from ? 1 : 0));
    case 'nps':
      return ofField(columns.get(measure.field), 'points', pointsOf);
    case 'ces':
      return ofField(columns.get(measure.field), 'scale', (value) => value);
    case 'mean':
      return {
        unit: 'scale',
        valueOf: meanOver(
          measure.fields.flatMap((field) => columns.get(field) ?? []),
          measure.least,
        ),
      };
    default:
      return null;
  }
}

function ofField(
  column: Column | undefined,
  unit: FigureUnit,
  made: (value: number) => number,
): Pick<MeasuredValue, 'unit' | 'valueOf'> | null {
  if (column === undefined) return null;
  return {
    unit,
    valueOf: (row) => {
      const value = column(row);
      return value === null ? null : made(value);
    },
  };
}

/** Reichheld: 9 and 10 promote, 0 to 6 detract. */
function pointsOf(value: number): number {
  if (value >= 9) return 100;
  return value <= 6 ? -100 : 0;
}

const meanOver =
  (columns: readonly Column[], least = columns.length): Column =>
  (row) => {
    const known = columns.map((column) => column(row)).filter((value) => value !== null);
    return known.length === 0 || known.length < least ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
