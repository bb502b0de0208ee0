import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { setSegmentRules, type SegmentRule } from '@zhiheng/contract/customers/customers';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { showToast } from '../../../lib/toast.ts';
import { useDelayed } from '../../../lib/use-delayed.ts';
import { m } from '../../../paraglide/messages.js';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { useMay } from '../../identity/index.ts';
import { foreseenQuery } from '../customers.query.ts';
import { RuleList } from './rule-list.tsx';
import { draftOf, rulesOf, type DraftRule } from './rules-draft.ts';
import look from '../../../ui/rule-list.module.css';
import styles from './rules.module.css';

/** Rules in their order, and what they would do before they are saved. */
export function RulesEditor({ rules }: { readonly rules: readonly SegmentRule[] }) {
  const format = useFormat();
  const may = useMay();
  const [draft, setDraft] = useState<readonly DraftRule[] | null>(null);
  const saved = useMemo(() => draftOf(rules), [rules]);
  const shown = draft ?? saved;
  const complete = useMemo(() => rulesOf(shown), [shown]);
  const asked = useDelayed(complete);
  const foreseen = useQuery({ ...foreseenQuery(asked ?? []), enabled: asked !== null, placeholderData: keepPreviousData }).data;
  const counts = new Map(foreseen?.items.map(({ segmentId, customers }) => [segmentId, customers]));
  const save = useMutation({
    mutationFn: () => call(setSegmentRules, { body: { items: complete ?? [] } }),
    meta: { showsError: true },
    onSuccess: ({ moved }) => {
      showToast({ tone: 'good', words: m.customers_rules_saved({ n: format.number(moved) }) });
      setDraft(null);
    },
  });
  return (
    <>
      <RuleList rules={shown} counts={counts} onChange={may('agreements.define') ? setDraft : null} />
      <p className={styles.unplaced}>{foreseen === undefined ? null : m.customers_rules_unplaced({ n: format.number(foreseen.none) })}</p>
      {draft === null ? null : (
        <div className={look.bar}>
          <Button type="primary" disabled={complete === null} loading={save.isPending} onClick={() => save.mutate()}>
            {m.customers_rules_save()}
          </Button>
          <Button onClick={() => setDraft(null)}>{m.customers_rules_reset()}</Button>
          <span role="status">{complete === null ? m.customers_rules_incomplete() : movesWords(foreseen?.moved, format.number)}</span>
        </div>
      )}
      <ProblemAlert error={save.error} />
    </>
  );
}

function movesWords(moved: number | undefined, number: (value: number) => string): string {
  if (moved === undefined) return '';
  return moved === 0 ? m.customers_rules_will_stay() : m.customers_rules_will_move({ n: number(moved) });
}
