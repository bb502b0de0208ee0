import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  deleteAutomationRule,
  orderAutomationRules,
  updateAutomationRule,
  type AutomationRule,
} from '@zhiheng/contract/automation/automation';
import { Switch } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { useMay } from '../../identity/index.ts';
import { rulesQuery } from '../automation.query.ts';
import buttons from '../../../ui/link-button.module.css';
import { MoveButtons } from '../move-buttons.tsx';
import { useRuleSentence } from './use-rule-sentence.ts';

/** The rules that answer events, in their order. */
export function RulesView() {
  const query = useQuery(rulesQuery);
  const may = useMay();
  const write = (
    <Link to="/app/admin/automation/$id" params={{ id: 'new' }} className={buttons.primary}>
      {m.automation_new()}
    </Link>
  );
  return (
    <QueryView
      query={query}
      isEmpty={(rules) => rules.length === 0}
      empty={{ title: m.automation_none(), words: m.automation_none_text(), action: may('automation.define') ? write : undefined }}
    >
      {(rules) => <Table rules={rules} />}
    </QueryView>
  );
}

function Table({ rules }: { readonly rules: readonly AutomationRule[] }) {
  const format = useFormat();
  const sentence = useRuleSentence();
  const mayWrite = useMay()('automation.define');
  const [removed, setRemoved] = useState<AutomationRule | null>(null);
  const order = useMutation({ mutationFn: (ids: string[]) => call(orderAutomationRules, { body: { ids } }) });
  const turn = useMutation({
    mutationFn: ({ id, version, active }: AutomationRule) =>
      call(updateAutomationRule, { params: { id }, body: { version, active: !active } }),
  });
  const remove = useMutation({
    mutationFn: ({ id }: AutomationRule) => call(deleteAutomationRule, { params: { id } }),
    meta: { done: m.automation_removed() },
    onSuccess: () => setRemoved(null),
  });
  const move = (rule: AutomationRule, by: -1 | 1) => {
    const at = rules.indexOf(rule);
    order.mutate(
      rules
        .toSpliced(at, 1)
        .toSpliced(at + by, 0, rule)
        .map(({ id }) => id),
    );
  };
  const columns: Column<AutomationRule>[] = [
    {
      key: 'name',
      title: m.automation_name(),
      lead: true,
      width: '50%',
      cell: (rule) => <Name rule={rule} sentence={sentence(rule.definition)} />,
    },
    {
      key: 'state',
      title: m.automation_state(),
      cell: (rule) =>
        mayWrite ? (
          <Switch
            size="small"
            aria-label={m.automation_active_of({ name: rule.name })}
            checked={rule.active}
            loading={turn.isPending && turn.variables.id === rule.id}
            onChange={() => turn.mutate(rule)}
          />
        ) : (
          <StatusBadge tone={rule.active ? 'good' : 'idle'}>{rule.active ? m.automation_on() : m.automation_off()}</StatusBadge>
        ),
    },
    { key: 'runs', title: m.automation_runs_30(), align: 'end', cell: (rule) => <Runs rule={rule} format={format} /> },
    { key: 'last', title: m.automation_last(), align: 'end', cell: ({ lastRunAt }) => (lastRunAt === null ? '—' : format.ago(lastRunAt)) },
    ...(mayWrite
      ? [
          {
            key: 'actions',
            title: m.automation_order(),
            quiet: true,
            align: 'end' as const,
            cell: (rule: AutomationRule) => (
              <MoveButtons
                name={rule.name}
                first={rules[0] === rule}
                last={rules.at(-1) === rule}
                onMove={(by) => move(rule, by)}
                onRemove={() => setRemoved(rule)}
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <DataTable label={m.automation_tab_rules()} columns={columns} rows={rules} rowKey={({ id }) => id} />
      <ConfirmDialog
        title={m.automation_remove_title()}
        open={removed !== null}
        onClose={() => setRemoved(null)}
        onConfirm={() => removed !== null && remove.mutate(removed)}
        confirmLabel={m.automation_remove_confirm()}
        pending={remove.isPending}
      >
        {m.automation_remove_words({ name: removed?.name ?? '' })}
      </ConfirmDialog>
    </>
  );
}

const Name = ({ rule, sentence }: { readonly rule: AutomationRule; readonly sentence: string }) => (
  <TwoLines
    first={
      <Link to="/app/admin/automation/$id" params={{ id: rule.id }}>
        {rule.name}
      </Link>
    }
    second={sentence}
  />
);

function Runs({ rule, format }: { readonly rule: AutomationRule; readonly format: Format }) {
  const { done, failed, held } = rule.runs;
  return (
    <Link to="/app/admin/automation" search={{ view: 'runs', rule: rule.id }}>
      {failed + held === 0
        ? format.number(done)
        : m.automation_runs_of({ done: format.number(done), failed: format.number(failed), held: format.number(held) })}
    </Link>
  );
}
