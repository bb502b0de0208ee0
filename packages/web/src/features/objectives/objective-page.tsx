import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { publishObjective, retireObjective, type Objective } from '@zhiheng/contract/monitoring/objectives';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/call.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useMay } from '../identity/index.ts';
import { AlertsTable } from './alerts-table.tsx';
import { BudgetCard } from './budget-card.tsx';
import { BurningCard } from './burning-card.tsx';
import { DaysCard } from './days-card.tsx';
import { DefinitionCard } from './definition-card.tsx';
import { ExclusionsCard } from './exclusions-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { ObjectiveKpis } from './objective-kpis.tsx';
import { windowText } from './objective-words.ts';
import { objectiveQuery } from './objectives.query.ts';
import styles from './objectives.module.css';

const ObjectiveDialog = lazy(() => import('./objective-dialog.tsx').then((file) => ({ default: file.ObjectiveDialog })));

const route = getRouteApi('/app/objectives/$id');

/** One promise: the figure, what is left of the budget, why, and since when. */
export function ObjectivePage() {
  const { id } = route.useParams();
  const query = useQuery(objectiveQuery(id));
  return (
    <QueryView query={query} skeleton={<Skeleton rows={10} height={32} />}>
      {(objective) => <Found objective={objective} />}
    </QueryView>
  );
}

function Found({ objective }: { readonly objective: Objective }) {
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const { definition, alerts } = objective;
  return (
    <>
      <PageHeader
        title={format.text(objective.name)}
        line={lineOf(objective, format)}
        actions={<Actions objective={objective} onEdit={() => setEditing(true)} />}
      />
      <div className={styles.stack}>
        {objective.draft === null ? null : <DraftNotice objective={objective} />}
        {definition === null ? null : (
          <>
            <ObjectiveKpis objective={objective} definition={definition} />
            <BudgetCard objective={objective} />
            <div className={styles.pair}>
              <BurningCard objective={objective} definition={definition} />
              <DaysCard objective={objective} />
            </div>
            <ExclusionsCard objective={objective} />
            <Card title={m.objectives_tab_alerts()} flush={alerts.length > 0}>
              {alerts.length === 0 ? <p className={styles.note}>{m.objectives_no_alerts_text()}</p> : <AlertsTable alerts={alerts} />}
            </Card>
            <HistoryCard id={objective.id} />
          </>
        )}
        <DefinitionCard objective={objective} />
      </div>
      <Suspense>{editing ? <ObjectiveDialog objective={objective} onClose={() => setEditing(false)} /> : null}</Suspense>
    </>
  );
}

function lineOf({ serviceName, definition, version, asOf }: Objective, format: Format): string {
  const parts = [
    serviceName === null ? null : format.text(serviceName),
    definition === null ? m.objectives_never_published() : windowText(definition.window, format),
    version === 0 ? null : m.objectives_version_n({ n: format.number(version) }),
    asOf === null ? null : m.objectives_as_of({ time: format.dateTime(asOf) }),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function Actions({ objective, onEdit }: { readonly objective: Objective; readonly onEdit: () => void }) {
  const may = useMay();
  const { id, retiredAt } = objective;
  const retire = useMutation({
    mutationFn: () => call(retireObjective, { params: { id }, body: { retired: retiredAt === null } }),
    meta: { done: retiredAt === null ? m.objectives_retired() : m.objectives_resumed() },
  });
  if (!may('objectives.define')) return null;
  return (
    <>
      <Button onClick={() => retire.mutate()} loading={retire.isPending}>
        {retiredAt === null ? m.objectives_retire() : m.objectives_resume()}
      </Button>
      <Button onClick={onEdit}>{m.objectives_edit()}</Button>
    </>
  );
}

function DraftNotice({ objective: { id, revision, version } }: { readonly objective: Objective }) {
  const may = useMay();
  const format = useFormat();
  const publish = useMutation({
    mutationFn: () => call(publishObjective, { params: { id }, body: { revision } }),
    meta: { done: m.objectives_published({ version: format.number(version + 1) }) },
  });
  return (
    <div className={styles.draft}>
      <span>{version === 0 ? m.objectives_draft_first() : m.objectives_draft_next()}</span>
      {may('objectives.define') ? (
        <Button type="primary" onClick={() => publish.mutate()} loading={publish.isPending}>
          {m.objectives_publish({ version: format.number(version + 1) })}
        </Button>
      ) : null}
    </div>
  );
}
