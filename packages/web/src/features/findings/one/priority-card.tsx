import { useQuery } from '@tanstack/react-query';
import type { Finding } from '@zhiheng/contract/findings/findings';
import { costPart, judgedCriterion, type FindingPriority } from '@zhiheng/contract/findings/priority';
import { Button } from 'antd';
import { useState } from 'react';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FactTable } from '../../../ui/fact-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useMay } from '../../identity/index.ts';
import { findingPriorityQuery } from '../findings.query.ts';
import { costWords, criterionWords } from '../ranking/criterion-words.ts';
import styles from '../findings.module.css';
import { ScoreDialog } from './score-dialog.tsx';

/** How pressing it is: what people judged, and what it costs. */
export function PriorityCard({ finding }: { readonly finding: Finding }) {
  const format = useFormat();
  const may = useMay();
  const query = useQuery(findingPriorityQuery(finding.id));
  const [scoring, setScoring] = useState(false);
  const mayScore = may('findings.write') && finding.mergedInto === null;
  return (
    <Card
      title={m.findings_priority()}
      aside={finding.priority === null ? undefined : m.findings_priority_value({ value: format.number(finding.priority, 2) })}
      actions={mayScore && query.data !== undefined ? <Button onClick={() => setScoring(true)}>{m.findings_score()}</Button> : undefined}
    >
      <QueryView query={query}>
        {(priority) => (
          <>
            {Object.keys(priority.scores).length === 0 && priority.costTotal === null ? (
              <p className={styles.grey}>{m.findings_priority_none()}</p>
            ) : (
              <FactTable label={m.findings_priority()} rows={rowsOf(priority, format)} />
            )}
            {scoring ? <ScoreDialog finding={finding} priority={priority} onClose={() => setScoring(false)} /> : null}
          </>
        )}
      </QueryView>
    </Card>
  );
}

function rowsOf({ scores, costs, costTotal, costScore }: FindingPriority, format: Format): (readonly [string, string])[] {
  return [
    ...judgedCriterion.options.flatMap((criterion) => {
      const score = scores[criterion];
      return score === undefined ? [] : [[criterionWords[criterion](), String(score)] as const];
    }),
    ...costPart.options.flatMap((part) => {
      const cost = costs[part];
      if (cost === undefined) return [];
      const from = cost.source === 'data' ? m.findings_cost_data() : m.findings_cost_entered();
      const sum = `${format.number(cost.quantity, 0)} × ${format.number(cost.rate, 0)} = ${format.number(cost.amount, 0)}`;
      return [[costWords[part](), [sum, from, ...(cost.note === '' ? [] : [cost.note])].join(' · ')] as const];
    }),
    ...(costTotal === null
      ? []
      : [[criterionWords.cost(), `${m.findings_cost_total({ amount: format.number(costTotal, 0) })} · ${costScore ?? ''}`] as const]),
  ];
}
