import type { CauseTree } from '@zhiheng/contract/causes/cause-tree';
import type { CauseState } from '@zhiheng/contract/causes/causes';
import type { Says } from '@zhiheng/contract/causes/evidence';

interface Spoken {
  readonly nodeId: string;
  readonly says: Says;
}

/**
 * How each cause stands: supported or refuted only where evidence says so and none says otherwise. The root is the problem, no cause.
 *
 * @example statesOf([root, { id: 'a', parentId: 'root' }], [{ nodeId: 'a', says: 'supports' }]) // { a: 'supported' }
 */
export function statesOf(tree: CauseTree, evidence: readonly Spoken[]): Record<string, CauseState> {
  const causes = tree.filter(({ parentId }) => parentId !== null);
  return Object.fromEntries(causes.map(({ id }) => [id, stateOf(evidence.filter(({ nodeId }) => nodeId === id))]));
}

function stateOf(evidence: readonly Spoken[]): CauseState {
  const some = (wanted: Says): boolean => evidence.some(({ says }) => says === wanted);
  if (some('supports') === some('refutes')) return 'open';
  return some('supports') ? 'supported' : 'refuted';
}
