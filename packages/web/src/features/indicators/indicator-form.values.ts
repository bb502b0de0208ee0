import type { Aggregate, Dimension, Direction, Measure, Period, Perspective } from '@zhiheng/contract/measurement/indicator';
import { measuresOf, type CountedFrom } from '@zhiheng/contract/measurement/counted-from';
import type { Indicator } from '@zhiheng/contract/measurement/indicators';
import type { LocalText } from '@zhiheng/contract/values/text';

/** The form's fields, named as the server names them, so that its words land beside the right field. */
export interface IndicatorValues {
  readonly code: string;
  readonly name: LocalText;
  readonly definition: LocalText;
  readonly dimension: Dimension;
  readonly perspective: Perspective;
  readonly measure: Measure;
  readonly unit: string;
  readonly decimals: number;
  readonly direction: Direction;
  readonly aggregate: Aggregate;
  readonly period: Period;
  readonly formula: string;
  readonly plausibleMin: number | null;
  readonly plausibleMax: number | null;
  readonly targetSource: LocalText;
  readonly ownerId: string | null;
  readonly countedFrom: ChosenSource | null | undefined;
  readonly limits: { readonly target: number | null; readonly warning: number | null; readonly critical: number | null };
}

/** As the fields hold it: without a quantity nothing is counted. */
type ChosenSource = { readonly [K in keyof Omit<CountedFrom, 'kind'>]?: CountedFrom[K] | null | undefined };

const noText: LocalText = { zh: '', en: '' };

export const newValues: Partial<IndicatorValues> = {
  definition: noText,
  perspective: 'technical',
  measure: 'number',
  decimals: 2,
  direction: 'higher',
  aggregate: 'mean',
  period: 'month',
  formula: '',
  targetSource: noText,
  ownerId: null,
  limits: { target: null, warning: null, critical: null },
};

export function valuesOf(indicator: Indicator): Partial<IndicatorValues> {
  return {
    ...indicator,
    formula: indicator.formula ?? '',
    targetSource: indicator.targetSource ?? noText,
    limits: { target: null, warning: null, critical: null },
  };
}

/** The fields that can change after birth. */
export function editableOf(values: IndicatorValues) {
  const { name, definition, dimension, perspective, unit, direction, aggregate, period, plausibleMin, plausibleMax, ownerId } = values;
  return {
    ...{ name, dimension, perspective, unit, direction, period, ownerId },
    definition: { zh: definition.zh, en: definition.en },
    aggregate: values.measure === 'count' ? ('sum' as const) : aggregate,
    formula: values.measure === 'formula' ? values.formula : null,
    plausibleMin: plausibleMin ?? null,
    plausibleMax: plausibleMax ?? null,
    countedFrom: countedFromOf(values),
    targetSource: values.targetSource.zh === '' || values.targetSource.en === '' ? null : values.targetSource,
  };
}

/** A quantity that the measure cannot have was chosen before the measure was. */
function countedFromOf({ measure, countedFrom }: IndicatorValues): CountedFrom | null {
  const { quantity, party, ...narrowed } = countedFrom ?? {};
  if (quantity === undefined || quantity === null || !measuresOf(quantity).includes(measure)) return null;
  const given = Object.entries(narrowed).filter(([, values]) => Array.isArray(values) && values.length > 0);
  return { kind: 'cases', quantity, ...Object.fromEntries(given), ...(party !== undefined && party !== null && { party }) };
}

export const createdOf = (values: IndicatorValues) => ({
  ...editableOf(values),
  code: values.code,
  measure: values.measure,
  decimals: values.decimals,
  ...(Object.values(values.limits).some((limit) => limit !== null) ? { limits: values.limits } : {}),
});
