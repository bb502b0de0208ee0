import { Link } from '@tanstack/react-router';
import type { CustomerRow } from '@zhiheng/contract/customers/customers';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { kindWords } from './customer-words.ts';
import styles from './customers.module.css';

export function CustomersTable({ customers }: { readonly customers: readonly CustomerRow[] }) {
  const format = useFormat();
  return <DataTable label={m.customers_title()} columns={columnsFor(format)} rows={customers} rowKey={({ id }) => id} />;
}

const columnsFor = (format: Format): Column<CustomerRow>[] => [
  {
    key: 'name',
    title: m.customers_name(),
    lead: true,
    cell: ({ id, name, code, kind }) => (
      <TwoLines first={<CustomerLink id={id}>{name}</CustomerLink>} second={`${code} · ${kindWords[kind]()}`} />
    ),
  },
  { key: 'segment', title: m.customers_segment(), cell: (customer) => <SegmentCell customer={customer} /> },
  { key: 'phone', title: m.customers_phone(), cell: ({ phone }) => <span className={styles.oneLine}>{phone || '—'}</span> },
  { key: 'email', title: m.customers_email(), cell: ({ email }) => email || '—' },
  {
    key: 'value',
    title: m.customers_value(),
    align: 'end',
    cell: ({ annualValue }) => (annualValue === null ? '—' : format.number(annualValue)),
  },
  { key: 'since', title: m.customers_since(), cell: ({ since }) => <span className={styles.oneLine}>{since ?? '—'}</span> },
  {
    key: 'cases',
    title: m.customers_open_cases(),
    align: 'end',
    cell: ({ openCases }) => (openCases === 0 ? <span className={styles.quiet}>0</span> : <strong>{format.number(openCases)}</strong>),
  },
];

/** Opens a customer in the drawer; the list behind stays as it is. */
function CustomerLink({ id, children }: { readonly id: string; readonly children: string }) {
  return (
    <Link
      from="/app/customers"
      to="/app/customers"
      search={(now) => ({ ...now, customer: id })}
      resetScroll={false}
      className={styles.link}
    >
      {children}
    </Link>
  );
}

function SegmentCell({ customer }: { readonly customer: CustomerRow }) {
  const format = useFormat();
  if (customer.segmentName === null) return <span className={styles.quiet}>{m.customers_no_segment()}</span>;
  return (
    <>
      {format.text(customer.segmentName)}
      {customer.segmentBy === 'hand' ? <span className={styles.mark}>{m.customers_by_hand()}</span> : null}
    </>
  );
}
