import { useQuery } from '@tanstack/react-query';
import type { articleDeflection } from '@zhiheng/contract/knowledge/knowledge';
import type { Reply } from '@zhiheng/contract/endpoint';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { Kpi } from '../../ui/kpi.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import styles from './deflection-view.module.css';
import { deflectionQuery } from './knowledge.query.ts';

type Deflection = Reply<typeof articleDeflection>;
type Rated = Omit<Deflection, 'months'>;

/** Below it a share says little. */
const fewestOffers = 30;

/** How many questions articles answered before they became cases, over the last twelve months. */
export function DeflectionView() {
  const format = useFormat();
  const to = format.date(new Date().toISOString());
  const from = `${Number(to.slice(0, 4)) - 1}${to.slice(4, 8)}01`;
  const query = useQuery(deflectionQuery(from, to));
  return (
    <QueryView
      query={query}
      isEmpty={({ offers }) => offers === 0}
      empty={{ title: m.knowledge_effect_none(), words: m.knowledge_effect_none_text() }}
    >
      {(data) => <Figures data={data} from={from} to={to} />}
    </QueryView>
  );
}

function Figures({ data, from, to }: { readonly data: Deflection; readonly from: string; readonly to: string }) {
  const format = useFormat();
  const { months, ...whole } = data;
  const few = whole.offers < fewestOffers;
  return (
    <div className={styles.stack}>
      <div className={styles.kpis}>
        <Kpi
          label={m.knowledge_rate()}
          value={whole.rate === null ? '—' : format.percent(100 * whole.rate)}
          {...(few ? { status: { tone: 'idle', word: m.knowledge_few() } as const } : {})}
          evidence={m.knowledge_rate_evidence({ range: intervalOf(whole, format), n: format.number(whole.offers) })}
        />
        <Kpi label={m.knowledge_offers()} value={format.number(whole.offers)} evidence={m.knowledge_between({ from, to })} />
        <Kpi label={m.knowledge_opened()} value={format.number(whole.opened)} evidence={m.knowledge_opened_evidence()} />
        <Kpi label={m.knowledge_case_opened()} value={format.number(whole.caseOpened)} evidence={m.knowledge_case_opened_evidence()} />
      </div>
      <Card title={m.knowledge_by_month()}>
        <PlainTable
          label={m.knowledge_by_month()}
          columns={[
            ...[m.knowledge_month(), m.knowledge_offers(), m.knowledge_opened(), m.knowledge_solved(), m.knowledge_case_opened()],
            ...[m.knowledge_rate(), m.knowledge_interval()],
          ]}
          rows={months.map(({ month, ...counts }) => ({ key: month, cells: [format.period(month), ...cellsOf(counts, format)] }))}
        />
        <p className={styles.note}>{m.knowledge_rate_note()}</p>
      </Card>
    </div>
  );
}

const cellsOf = (counts: Rated, format: Format): string[] => [
  ...[counts.offers, counts.opened, counts.solved, counts.caseOpened].map((value) => format.number(value)),
  counts.rate === null ? '—' : format.percent(100 * counts.rate),
  intervalOf(counts, format),
];

const intervalOf = ({ low, high }: Rated, format: Format): string =>
  low === null || high === null ? '—' : `${format.percent(100 * low)} – ${format.percent(100 * high)}`;
