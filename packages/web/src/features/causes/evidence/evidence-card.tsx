import { useMutation } from '@tanstack/react-query';
import type { CauseNode } from '@zhiheng/contract/causes/cause-tree';
import { recomputeCauseEvidence, withdrawCauseEvidence, type CauseAnalysis } from '@zhiheng/contract/causes/causes';
import type { CauseEvidence } from '@zhiheng/contract/causes/evidence';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import styles from '../causes.module.css';
import { estimateWords, ResultWords } from './result-words.tsx';

const EvidenceDialog = lazy(() => import('./evidence-dialog.tsx').then(({ EvidenceDialog: component }) => ({ default: component })));

interface Props {
  readonly analysis: CauseAnalysis;
  readonly node: CauseNode | undefined;
  readonly editable: boolean;
}

/** What the data say of the selected cause. */
export function EvidenceCard({ analysis, node, editable }: Props) {
  const [isOpen, setOpen] = useState(false);
  if (node === undefined || node.parentId === null)
    return (
      <Card title={m.causes_evidence()}>
        <p>{m.causes_problem_selected()}</p>
      </Card>
    );
  const evidence = analysis.evidence.filter(({ nodeId }) => nodeId === node.id);
  return (
    <Card
      title={m.causes_evidence()}
      actions={editable ? <Button onClick={() => setOpen(true)}>{m.causes_add_evidence()}</Button> : undefined}
    >
      {evidence.length === 0 ? <p className={styles.quiet}>{m.causes_no_evidence()}</p> : null}
      {evidence.map((one) => (
        <Evidence key={one.id} analysisId={analysis.id} evidence={one} editable={editable} />
      ))}
      {isOpen ? (
        <Suspense>
          <EvidenceDialog analysisId={analysis.id} node={node} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </Card>
  );
}

interface EvidenceProps {
  readonly analysisId: string;
  readonly evidence: CauseEvidence;
  readonly editable: boolean;
}

function Evidence({ analysisId, evidence, editable }: EvidenceProps) {
  const format = useFormat();
  const params = { id: analysisId, evidenceId: evidence.id };
  const again = useMutation({ mutationFn: () => call(recomputeCauseEvidence, { params }) });
  const withdraw = useMutation({ mutationFn: () => call(withdrawCauseEvidence, { params }) });
  return (
    <div className={styles.evidence}>
      <ResultWords request={evidence.request} result={evidence.result} />
      {evidence.note === '' ? null : <p>{evidence.note}</p>}
      <p className={styles.quiet}>
        {format.dateTime(evidence.at)}
        {evidence.by === null ? '' : ` · ${evidence.by}`}
      </p>
      {again.data === undefined ? null : (
        <p role="status">
          {again.data.same
            ? m.causes_same()
            : m.causes_differs({ value: estimateWords(again.data.now, format), n: format.number(again.data.now.n) })}
        </p>
      )}
      <p>
        <Button size="small" loading={again.isPending} onClick={() => again.mutate()}>
          {m.causes_recompute()}
        </Button>{' '}
        {editable ? (
          <Button size="small" type="text" danger loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {m.causes_withdraw()}
          </Button>
        ) : null}
      </p>
    </div>
  );
}
