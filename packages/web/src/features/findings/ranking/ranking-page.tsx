import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { rankFindings } from '@zhiheng/contract/findings/priority';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { severityTones, severityWords, stateWords } from '../finding-words.ts';
import { FindingTabs } from '../finding-tabs.tsx';
import { rankingQuery } from '../findings.query.ts';
import styles from '../findings.module.css';
import { CapacityCard } from './capacity-card.tsx';
import { MatrixCard } from './matrix-card.tsx';
import { ModelCard } from './model-card.tsx';

export type Ranking = Reply<typeof rankFindings>;
type Ranked = Ranking['items'][number];

/** What to do first: by the weights that are agreed, beside the hours that are free. */
export function RankingPage() {
  const query = useQuery(rankingQuery);
  const format = useFormat();
  return (
    <>
      <PageHeader title={m.findings_title()} line={m.findings_ranking_line()} />
      <FindingTabs />
      <QueryView
        query={query}
        skeleton={<Skeleton rows={8} height={36} />}
        isEmpty={({ items }) => items.length === 0}
        empty={{ title: m.findings_ranking_none(), words: m.findings_none_text() }}
      >
        {(ranking) => (
          <div className={styles.stack}>
            <div className={styles.pair}>
              <MatrixCard items={ranking.items} />
              <div className={styles.stack}>
                <ModelCard model={ranking.model} />
                <CapacityCard capacities={ranking.capacities} />
              </div>
            </div>
            <Card title={m.findings_ranking_list()} aside={m.findings_total({ n: format.number(ranking.total) })} flush>
              <DataTable
                label={m.findings_ranking_list()}
                columns={columnsFor(ranking, format)}
                rows={ranking.items}
                rowKey={({ id }) => id}
              />
            </Card>
          </div>
        )}
      </QueryView>
    </>
  );
}

const columnsFor = ({ model }: Ranking, format: Format): Column<Ranked>[] => [
  {
    ...{ key: 'title', title: m.findings_name(), lead: true, width: '36%' },
    cell: ({ id, number, title, state }) => (
      <TwoLines
        first={
          <Link to="/app/findings/$id" params={{ id }}>
            {format.text(title)}
          </Link>
        }
        second={`${number} · ${stateWords[state]()}`}
      />
    ),
  },
  {
    ...{ key: 'priority', title: m.findings_priority(), align: 'end' },
    cell: ({ priority }) => (priority === null ? '—' : format.number(priority, 2)),
  },
  {
    ...{ key: 'severity', title: m.findings_severity() },
    cell: ({ severity }) => <StatusBadge tone={severityTones[severity]}>{severityWords[severity]()}</StatusBadge>,
  },
  { key: 'importance', title: m.findings_criterion_importance(), align: 'end', cell: ({ scores }) => scores.importance ?? '—' },
  { key: 'urgency', title: m.findings_criterion_urgency(), align: 'end', cell: ({ scores }) => scores.urgency ?? '—' },
  {
    ...{ key: 'cost', title: `${m.findings_criterion_cost()} (${model.currency})`, align: 'end' },
    cell: ({ costTotal }) => (costTotal === null ? '—' : format.number(costTotal, 0)),
  },
  {
    key: 'owner',
    title: m.findings_owner(),
    cell: ({ owner, dueOn }) => <TwoLines first={owner ?? m.findings_nobody()} second={dueOn ?? ''} />,
  },
];
