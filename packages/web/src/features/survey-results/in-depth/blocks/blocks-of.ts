import type { AnalysisResult, AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import type { Format } from '../../../../lib/format/use-format.ts';
import type { Block } from './block.ts';
import { chainBlocks } from './chain-blocks.ts';
import { clusterBlocks } from './cluster-blocks.ts';
import { crossBlocks } from './cross-blocks.ts';
import { correlationBlocks, driverBlocks, pathBlocks, reliabilityBlocks } from './model-blocks.ts';
import { greyBlocks } from './grey-blocks.ts';
import { nonResponseBlocks } from './non-response-blocks.ts';
import { structureBlocks } from './structure-blocks.ts';

type Kinds = { readonly [K in AnalysisResult['kind']]: (result: AnalysisResultOf<K>, format: Format) => readonly Block[] };
const kinds: Kinds = {
  cross: crossBlocks,
  clusters: clusterBlocks,
  grey: greyBlocks,
  chains: chainBlocks,
  correlations: correlationBlocks,
  paths: pathBlocks,
  structure: structureBlocks,
  drivers: driverBlocks,
  reliability: reliabilityBlocks,
  'non-response': nonResponseBlocks,
  insufficient: () => [],
  undetermined: () => [],
};

/** The parts of a result, as they are shown and exported. */
export function blocksOf(result: AnalysisResult, format: Format): readonly Block[] {
  // The table above gives each kind its own result.
  const blocks = kinds[result.kind] as (result: AnalysisResult, format: Format) => readonly Block[];
  return blocks(result, format);
}

/** All parts as one table: each under its title, numbers as numbers. */
export const csvOf = (blocks: readonly Block[]): readonly (readonly (string | number | null)[])[] =>
  blocks.flatMap(({ title, note, columns, rows }) => [
    [title, ...(note === undefined ? [] : [note])],
    columns,
    ...rows.map((row) => row.map(({ value }) => value)),
    [],
  ]);
