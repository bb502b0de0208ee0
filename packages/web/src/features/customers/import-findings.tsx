import type { importCustomers } from '@zhiheng/contract/customers/customers';
import type { Reply } from '@zhiheng/contract/endpoint';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { PlainTable } from '../../ui/plain-table.tsx';
import styles from './customers.module.css';

/** What a file would do, with each bad line and its reason. */
export function ImportFindings({ found }: { readonly found: Reply<typeof importCustomers> }) {
  const format = useFormat();
  const { added, changed, unchanged, refused, problems } = found;
  const counts = {
    added: format.number(added),
    changed: format.number(changed),
    unchanged: format.number(unchanged),
    refused: format.number(refused),
  };
  const rows = problems.map(({ line, code, value }, index) => ({
    key: String(index),
    cells: [format.number(line), m.customers_line_problem({ code }), value || '—'],
  }));
  return (
    <div role="status" className={styles.import}>
      <p>
        <strong>{m.customers_import_counts(counts)}</strong>
      </p>
      {added + changed === 0 && refused === 0 ? <p>{m.customers_import_nothing()}</p> : null}
      {problems.length === 0 ? null : (
        <>
          <p className={styles.quiet}>
            {m.customers_import_problems()} {problems.length < 200 ? null : m.customers_import_more({ n: 200 })}
          </p>
          <div className={styles.problems}>
            <PlainTable
              label={m.customers_import_reason()}
              columns={[m.customers_import_line(), m.customers_import_reason(), m.customers_import_value()]}
              rows={rows}
            />
          </div>
        </>
      )}
    </div>
  );
}
