import type { Figure, FigureUnit } from '@zhiheng/contract/surveys/figure';
import type { FormText, Measure } from '@zhiheng/forms/definition';
import { bodyOf, type SectionBody } from './body-of.rules.ts';
import type { Source } from './section.rules.ts';

/** A figure that is followed over time and compared between groups: of a measure, or of one of its dimensions. */
export interface Headline {
  readonly measure: string;
  readonly part: string | null;
  readonly name: FormText;
  readonly unit: FigureUnit;
  readonly figure: Figure;
}

/** The headline figures of all measures that have one. Models of many items are left out: they describe all answers, not one month of them. */
export function headlinesOf(source: Source): readonly Headline[] {
  return source.form.measures.filter(isFollowed).flatMap((measure) => {
    const body = bodyOf(source, measure);
    if (body.unit === null || body.headline === null) return [];
    const whole = { measure: measure.key, part: null, name: measure.name, unit: body.unit, figure: body.headline };
    return [whole, ...partsOf(source, measure, body)];
  });
}

const isFollowed = ({ kind }: Measure): boolean => !['kano', 'ipa', 'drivers', 'structure', 'ecsi'].includes(kind);

function partsOf({ make }: Source, measure: Measure, body: SectionBody): readonly Headline[] {
  if (measure.kind !== 'servqual' && measure.kind !== 'servperf') return [];
  const figures = new Map<string, Figure>();
  if (body.kind === 'servqual') for (const { key, gap } of body.dimensions) figures.set(key, gap);
  if (body.kind === 'servperf') for (const { key, score } of body.dimensions) figures.set(key, score);
  return measure.dimensions.map(({ key, name }) => ({
    measure: measure.key,
    part: key,
    name,
    unit: measure.kind === 'servqual' ? 'gap' : 'scale',
    figure: figures.get(key) ?? make.none({ kind: 'insufficient', n: 0, needed: 2 }),
  }));
}
