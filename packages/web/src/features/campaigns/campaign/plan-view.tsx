import { useMutation } from '@tanstack/react-query';
import { updateCampaign, type Campaign } from '@zhiheng/contract/campaigns/campaigns';
import { Button, Checkbox } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FactTable } from '../../../ui/fact-table.tsx';
import { usePartOptions } from '../../subjects/index.ts';
import { useMay } from '../../identity/index.ts';
import { methodWords, stageWords } from '../campaign-words.ts';
import { MilestonesCard } from './milestones-card.tsx';
import { MovesCard } from './moves-card.tsx';
import styles from '../campaigns.module.css';

const PlanDialog = lazy(() => import('./plan-dialog.tsx').then((file) => ({ default: file.PlanDialog })));

/** Why, what, with what means and by when. */
export function PlanView({ campaign }: { readonly campaign: Campaign }) {
  return (
    <>
      <div className={styles.pair}>
        <PlanCard campaign={campaign} />
        <ChecklistCard campaign={campaign} />
      </div>
      <MilestonesCard campaign={campaign} />
      <MovesCard moves={campaign.moves} />
    </>
  );
}

function PlanCard({ campaign }: { readonly campaign: Campaign }) {
  const format = useFormat();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const scope = useScopeText(campaign);
  const { plan, facts, stage } = campaign;
  const methods = plan.methods.map(({ kind }) => methodWords[kind]());
  const surveys = facts.surveys.map(({ name, answered, wanted }) =>
    wanted === null
      ? m.campaigns_survey_answers({ name: format.text(name), n: format.number(answered) })
      : m.campaigns_survey_wanted({ name: format.text(name), n: format.number(answered), wanted: format.number(wanted) }),
  );
  const studies = facts.studies.map(({ name, held, wanted }) =>
    m.campaigns_study_sessions({ name: format.text(name), n: format.number(held), wanted: wanted === null ? '—' : format.number(wanted) }),
  );
  const edit = <Button onClick={() => setEditing(true)}>{m.campaigns_edit()}</Button>;
  return (
    <Card title={m.campaigns_plan()} actions={may('campaigns.write') && stage !== 'closed' ? edit : undefined}>
      <p className={styles.purpose}>{plan.purpose[format.locale] || m.campaigns_no_purpose()}</p>
      <FactTable
        label={m.campaigns_plan()}
        rows={[
          [m.campaigns_scope(), scope],
          [m.campaigns_methods(), methods.length === 0 ? '—' : format.list([...new Set(methods)])],
          [m.campaigns_asked(), surveys.length === 0 ? '—' : surveys.join('; ')],
          ...(studies.length === 0 ? [] : [[m.campaigns_method_fieldwork(), studies.join('; ')] as const]),
          [m.campaigns_figures(), m.campaigns_figures_n({ n: format.number(plan.figures.length) })],
          [m.campaigns_reviews_in(), format.number(facts.reviews)],
        ]}
      />
      <Suspense>{editing ? <PlanDialog campaign={campaign} onClose={() => setEditing(false)} /> : null}</Suspense>
    </Card>
  );
}

function useScopeText({ plan: { scope } }: Campaign): string {
  const format = useFormat();
  const options = usePartOptions();
  const chosen = [
    [scope.serviceId, options.service],
    [scope.siteId, options.site],
    [scope.teamId, options.team],
    [scope.segmentId, options.segment],
  ] as const;
  const names = chosen.flatMap(([id, all]) => all.filter((option) => option.id === id).map(({ name }) => format.text(name)));
  return names.length === 0 ? m.campaigns_scope_all() : names.join(' · ');
}

function ChecklistCard({ campaign: { id, version, plan, stage } }: { readonly campaign: Campaign }) {
  const format = useFormat();
  const may = useMay();
  const save = useMutation({
    mutationFn: (checklist: Campaign['plan']['checklist']) =>
      call(updateCampaign, { params: { id }, body: { version, plan: { checklist } } }),
  });
  const { checklist } = plan;
  const toggle = (at: number) => save.mutate(checklist.map((task, place) => (place === at ? { ...task, done: !task.done } : task)));
  const done = checklist.filter((task) => task.done).length;
  return (
    <Card title={m.campaigns_checklist()} aside={m.campaigns_done_of({ done: format.number(done), all: format.number(checklist.length) })}>
      <ul className={styles.tasks}>
        {checklist.map((task, at) => (
          <li key={`${task.stage}${task.name.en}`}>
            <Checkbox
              checked={task.done}
              disabled={!may('campaigns.write') || stage === 'closed' || save.isPending}
              onChange={() => toggle(at)}
            >
              {format.text(task.name)}
            </Checkbox>
            <span className={styles.grey}>{stageWords[task.stage]()}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
