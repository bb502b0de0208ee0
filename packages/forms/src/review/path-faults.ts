import type { MeasureOf } from '../definition/index.ts';
import { faultAt, repeated, type FormFault } from './form-fault.ts';

type Model = Pick<MeasureOf<'ecsi'>, 'blocks' | 'paths' | 'index'>;

/**
 * Faults of a path model: blocks with the same key, a path or an index that names none of them, a path that stands twice, blocks without any
 * path, and paths in a circle.
 * @example pathFaults('measures.0', { blocks: [{ key: 'image' }, { key: 'value' }], paths: [{ from: 'image', to: 'value' }, { from: 'value', to: 'image' }], index: 'value' }) // [{ path: 'measures.0.paths', code: 'circular', params: { block: 'image' } }]
 */
export function pathFaults(path: string, { blocks, paths, index }: Model): readonly FormFault[] {
  const keys = blocks.map(({ key }) => key);
  const unknown = paths.flatMap((each, at) =>
    (['from', 'to'] as const)
      .filter((end) => !keys.includes(each[end]))
      .map((end) => faultAt(`${path}.paths.${at}.${end}`, 'unknown-block', { block: each[end] })),
  );
  const twice = paths.flatMap((each, at) =>
    paths.findIndex(({ from, to }) => from === each.from && to === each.to) < at ? [faultAt(`${path}.paths.${at}`, 'path-twice')] : [],
  );
  const apart = keys.flatMap((key, at) =>
    paths.some(({ from, to }) => from === key || to === key) ? [] : [faultAt(`${path}.blocks.${at}`, 'block-without-path', { block: key })],
  );
  const circular = inCircle(keys, paths);
  return [
    ...repeated(`${path}.blocks`, blocks),
    ...unknown,
    ...twice,
    ...apart,
    ...(circular === undefined ? [] : [faultAt(`${path}.paths`, 'circular', { block: circular })]),
    ...(keys.includes(index) ? [] : [faultAt(`${path}.index`, 'unknown-block', { block: index })]),
  ];
}

/** Whoever is left when blocks that nothing leads to are taken away, again and again. */
function inCircle(keys: readonly string[], paths: Model['paths']): string | undefined {
  let left = keys;
  for (;;) {
    const open = paths.filter(({ from, to }) => left.includes(from) && left.includes(to));
    const next = left.filter((key) => open.some(({ to }) => to === key));
    if (next.length === left.length) return next[0];
    left = next;
  }
}
