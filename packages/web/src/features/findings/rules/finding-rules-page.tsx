import { useMutation, useQuery } from '@tanstack/react-query';
import { setFindingRules, tryFindingRules, type FindingRule } from '@zhiheng/contract/findings/rules';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useMay } from '../../identity/index.ts';
import { FindingTabs } from '../finding-tabs.tsx';
import { findingRulesQuery } from '../findings.query.ts';
import styles from '../findings.module.css';
import { RuleRow } from './rule-row.tsx';
import { TrialCard } from './trial-card.tsx';

/** Which sources open findings by themselves. They can be tried before they are saved. */
export function FindingRulesPage() {
  const query = useQuery(findingRulesQuery);
  const format = useFormat();
  const lookedAt = query.data?.lookedAt ?? null;
  const line =
    lookedAt === null
      ? m.findings_rules_line()
      : `${m.findings_rules_line()} · ${m.findings_looked_at({ time: format.dateTime(lookedAt) })}`;
  return (
    <>
      <PageHeader title={m.findings_title()} line={line} />
      <FindingTabs />
      <QueryView query={query}>{({ items }) => <Rules key={JSON.stringify(items)} stored={items} />}</QueryView>
    </>
  );
}

function Rules({ stored }: { readonly stored: readonly FindingRule[] }) {
  const mayWrite = useMay()('findings.write');
  const [rules, setRules] = useState(stored);
  const [months, setMonths] = useState(3);
  const trial = useMutation({ mutationFn: () => call(tryFindingRules, { body: { items: [...rules], months } }) });
  const save = useMutation({
    mutationFn: () => call(setFindingRules, { body: { items: [...rules] } }),
    meta: { showsError: true, done: m.findings_saved() },
  });
  const change = (rule: FindingRule) => setRules(rules.map((other) => (other.source === rule.source ? rule : other)));
  return (
    <div className={styles.stack}>
      <Card
        title={m.findings_tab_rules()}
        actions={
          <span className={styles.inline}>
            <Select
              aria-label={m.findings_rule_months({ n: String(months) })}
              style={{ width: 150 }}
              value={months}
              options={[1, 3, 6, 12].map((value) => ({ value, label: m.findings_rule_months({ n: String(value) }) }))}
              onChange={setMonths}
            />
            <Button loading={trial.isPending} onClick={() => trial.mutate()}>
              {m.findings_rule_try()}
            </Button>
            {mayWrite ? (
              <Button type="primary" loading={save.isPending} disabled={rules === stored} onClick={() => save.mutate()}>
                {m.findings_rule_save()}
              </Button>
            ) : null}
          </span>
        }
      >
        <ProblemAlert error={save.error ?? trial.error} />
        <ul className={styles.items}>
          {rules.map((rule) => (
            <RuleRow key={rule.source} rule={rule} mayWrite={mayWrite} onChange={change} />
          ))}
        </ul>
      </Card>
      {trial.data === undefined ? null : <TrialCard trial={trial.data} />}
    </div>
  );
}
