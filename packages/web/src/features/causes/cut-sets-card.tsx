import type { CauseTree } from '@zhiheng/contract/causes/cause-tree';
import { minimalCutSets, topProbability } from '@zhiheng/stats/fault-tree';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import styles from './causes.module.css';
import { faultTreeOf, type DrawnFaultTree } from './fault-tree-of.rules.ts';

const shown = 60;

/** Which events together bring the problem about, and how likely that is. */
export function CutSetsCard({ tree }: { readonly tree: CauseTree }) {
  const drawn = faultTreeOf(tree);
  return (
    <Card title={m.causes_cut_sets()}>
      <p className={styles.quiet}>{m.causes_cut_sets_note()}</p>
      {drawn === null ? <p>{m.causes_top_none()}</p> : <CutSets drawn={drawn} />}
    </Card>
  );
}

function CutSets({ drawn: { tree, names, probabilities, missing } }: { readonly drawn: DrawnFaultTree }) {
  const format = useFormat();
  const found = minimalCutSets(tree);
  if (found.kind === 'too-many') return <p>{m.causes_too_many({ n: format.number(found.most) })}</p>;
  return (
    <>
      <ol className={styles.sets}>
        {found.sets.slice(0, shown).map((set) => (
          <li key={set.join(' ')}>{set.map((key) => names.get(key) ?? key).join(' + ')}</li>
        ))}
      </ol>
      <p>
        {missing.length > 0 ? (
          m.causes_top_missing({ events: format.list(missing) })
        ) : (
          <strong>
            {m.causes_top()}: {probabilityWords(topProbability(found.sets, probabilities))}
          </strong>
        )}
      </p>
    </>
  );
}

/** Small chances keep their digits. */
const probabilityWords = (p: number): string => (p !== 0 && p < 0.001 ? p.toExponential(3) : p.toPrecision(3));
