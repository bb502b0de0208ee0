import type { AnalysisResult } from '@zhiheng/contract/surveys/analysis-result';
import type { Format } from '../../../../lib/format/use-format.ts';
import type { Block } from './block.ts';
import { crossBlocks } from './cross-blocks.ts';
import { correlationBlocks, driverBlocks, pathBlocks, reliabilityBlocks } from './model-blocks.ts';
import { nonResponseBlocks } from './non-response-blocks.ts';
import { structureBlocks } from './structure-blocks.ts';

/** The parts of a result, as they are shown and exported. */
export function blocksOf(result: AnalysisResult, format: Format): readonly Block[] {
  switch (result.kind) {
    case 'cross':
      return crossBlocks(result, format);
    case 'correlations':
      return correlationBlocks(result, format);
    case 'paths':
      return pathBlocks(result, format);
    case 'structure':
      return structureBlocks(result, format);
    case 'drivers':
      return driverBlocks(result, format);
    case 'reliability':
      return reliabilityBlocks(result, format);
    case 'non-response':
      return nonResponseBlocks(result, format);
    case 'insufficient':
    case 'undetermined':
      return [];
    default:
      return result satisfies never;
  }
}

/** All parts as one table: each under its title, numbers as numbers. */
export const csvOf = (blocks: readonly Block[]): readonly (readonly (string | number | null)[])[] =>
  blocks.flatMap(({ title, note, columns, rows }) => [
    [title, ...(note === undefined ? [] : [note])],
    columns,
    ...rows.map((row) => row.map(({ value }) => value)),
    [],
  ]);
