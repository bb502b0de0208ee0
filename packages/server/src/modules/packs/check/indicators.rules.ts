import { flawsOfLimits, flawsOfShape, type IndicatorShape } from '@zhiheng/contract/measurement/check-indicator';
import type { PackContent, PackIndicator } from '@zhiheng/contract/packs/pack-file';
import type { Flaw } from '../mistake.ts';
import { checkFormulas } from './formulas.rules.ts';
import { duplicates } from './references.rules.ts';

const file = 'indicators.yaml';

export function checkIndicators(content: Pick<PackContent, 'indicators.yaml'>): Flaw[] {
  const { indicators } = content[file];
  const single = indicators.flatMap((indicator, index) =>
    checkIndicator(indicator).map(([field, code]) => ({
      file,
      path: ['indicators', index, field],
      code,
      params: { code: indicator.code },
    })),
  );
  return [...duplicates({ file, path: ['indicators'] }, indicators), ...single, ...checkFormulas(indicators)];
}

/** The checks of the API, by the names of the file. */
function checkIndicator(indicator: PackIndicator): (readonly [field: keyof PackIndicator, code: string])[] {
  const { plausible_min: plausibleMin, plausible_max: plausibleMax, counted_from: countedFrom } = indicator;
  const shape = flawsOfShape({ ...indicator, plausibleMin, plausibleMax, countedFrom }).map(
    ([field, code]) => [placeOf(field, indicator), code] as const,
  );
  return [...shape, ...flawsOfLimits(indicator)];
}

/** What is missing in the file is said of what asks for it. */
function placeOf(field: keyof IndicatorShape, indicator: PackIndicator): keyof PackIndicator {
  if (field === 'plausibleMin') return 'plausible_min';
  if (field === 'plausibleMax') return 'plausible_max';
  if (field === 'countedFrom') return 'counted_from';
  return indicator[field] === undefined ? 'measure' : field;
}
