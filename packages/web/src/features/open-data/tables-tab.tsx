import { useQuery } from '@tanstack/react-query';
import { exportOpenTable, type DescribedTable } from '@zhiheng/contract/open-data/tables';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { openTablesQuery } from './open-data.query.ts';
import styles from './open-data.module.css';

const addressOf = (table: string, format: 'csv' | 'parquet'): string => `${exportOpenTable.path.replace(':table', table)}?format=${format}`;
const formats = { csv: 'CSV', parquet: 'Parquet' } as const;

/** Every table with what its columns mean, as the database says it, and as a file. */
export function TablesTab() {
  const query = useQuery(openTablesQuery);
  return (
    <QueryView query={query}>
      {({ items }) => (
        <div className={styles.tables}>
          {items.map((table) => (
            <TableCard key={table.name} table={table} />
          ))}
        </div>
      )}
    </QueryView>
  );
}

function TableCard({ table: { name, meaning, columns } }: { readonly table: DescribedTable }) {
  const links = (
    <span className={styles.links}>
      {(['csv', 'parquet'] as const).map((format) => (
        <a
          key={format}
          href={addressOf(name, format)}
          download
          aria-label={`${m.open_data_download({ format: formats[format] })}: ${name}`}
        >
          {m.open_data_download({ format: formats[format] })}
        </a>
      ))}
    </span>
  );
  return (
    <Card title={`open_data.${name}`} aside={links}>
      <p className={styles.meaning} lang="en">
        {meaning}
      </p>
      <details>
        <summary>{m.open_data_columns({ n: columns.length })}</summary>
        <DataTable
          label={name}
          columns={[
            { key: 'name', title: m.open_data_column(), lead: true, width: '28%', cell: (column) => <code>{column.name}</code> },
            { key: 'type', title: m.open_data_column_type(), width: '24%', cell: (column) => column.type },
            { key: 'meaning', title: m.open_data_column_meaning(), cell: (column) => <span lang="en">{column.meaning}</span> },
          ]}
          rows={columns}
          rowKey={(column) => column.name}
        />
      </details>
    </Card>
  );
}
