import { useQuery } from '@tanstack/react-query';
import type { ResultFilters, SurveyCrossTables } from '@zhiheng/contract/surveys/results';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { pText, textOf } from './figure-words.ts';
import { countText } from './sections/score-section.tsx';
import { crossTablesQuery } from './survey-results.query.ts';
import styles from './survey-results.module.css';

type Table = SurveyCrossTables['tables'][number];

/** Do groups answer differently? What is sure comes first. */
export function CrossTablesCard({ id, filters }: { readonly id: string; readonly filters: ResultFilters }) {
  const format = useFormat();
  const query = useQuery(crossTablesQuery(id, filters));
  const tables = [...(query.data?.tables ?? [])].sort((a, b) => a.adjustedP - b.adjustedP);
  const sure = tables.filter(({ adjustedP }) => adjustedP < 0.05).length;
  return (
    <Card
      title={m.survey_results_cross_tables()}
      aside={m.survey_results_cross_n({ sure: format.number(sure), n: format.number(tables.length) })}
    >
      <QueryView query={query}>
        {() =>
          tables.slice(0, 12).map((table) => (
            <details key={`${table.group.key} ${table.field.key}`}>
              <summary className={styles.part}>
                {textOf(table.group.name, format)} × {textOf(table.field.name, format)} · {pText(table.adjustedP, format)} · V ={' '}
                {format.number(table.cramersV, 2)}
              </summary>
              <Cells table={table} />
            </details>
          ))
        }
      </QueryView>
      <p className={styles.note}>{m.survey_results_cross_note()}</p>
    </Card>
  );
}

function Cells({ table: { rows, columns, cells, field, smallestExpected } }: { readonly table: Table }) {
  const format = useFormat();
  return (
    <>
      <PlainTable
        label={textOf(field.name, format)}
        columns={['', ...columns.map(({ name }) => textOf(name, format))]}
        rows={rows.map((row, i) => {
          const own = cells[i] ?? [];
          const n = own.reduce((sum, cell) => sum + cell, 0);
          return { key: row.key, cells: [textOf(row.name, format), ...own.map((cell) => countText(cell, n, format))] };
        })}
      />
      {smallestExpected < 5 ? <p className={styles.note}>{m.survey_results_sparse({ n: format.number(smallestExpected, 1) })}</p> : null}
    </>
  );
}
