import { CaretDownFilled, CaretRightFilled } from '@ant-design/icons';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { ServiceLink } from './service-link.tsx';
import { ServiceStateBadge } from './service-state-badge.tsx';
import type { ServiceRow } from './service-tree.ts';
import styles from './services-table.module.css';

interface Props {
  readonly rows: readonly ServiceRow[];
  readonly folded: ReadonlySet<string>;
  readonly onFold: (id: string) => void;
}

export function ServicesTable({ rows, folded, onFold }: Props) {
  const format = useFormat();
  const list = (codes: readonly string[]) =>
    codes.map((code) => m.library_service_channel({ code })).join(format.locale === 'zh' ? '、' : ', ');
  const columns: Column<ServiceRow>[] = [
    { key: 'name', title: m.library_services_name(), lead: true, cell: (row) => <NameCell row={row} folded={folded} onFold={onFold} /> },
    { key: 'type', title: m.library_services_type(), cell: ({ service }) => m.library_service_type({ code: service.type }) },
    {
      key: 'team',
      title: m.library_services_team(),
      cell: ({ service }) => (service.teamName === null ? '—' : format.text(service.teamName)),
    },
    { key: 'owner', title: m.library_services_owner(), cell: ({ service }) => service.ownerName ?? '—' },
    { key: 'channels', title: m.library_services_channels(), cell: ({ service }) => list(service.channels) || '—' },
    { key: 'state', title: m.library_services_state(), cell: ({ service }) => <ServiceStateBadge state={service.state} /> },
  ];
  return <DataTable label={m.library_services_tree()} columns={columns} rows={rows} rowKey={({ service }) => service.id} />;
}

function NameCell({ row, folded, onFold }: Omit<Props, 'rows'> & { readonly row: ServiceRow }) {
  const format = useFormat();
  const { service, depth, children, fits } = row;
  const name = format.text(service.name);
  const open = !folded.has(service.id);
  return (
    <span className={styles.name} style={{ '--depth': depth } as React.CSSProperties /* React types no custom properties */}>
      {children === 0 ? (
        <span className={styles.leaf} aria-hidden="true" />
      ) : (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={open}
          aria-label={open ? m.library_services_collapse({ name }) : m.library_services_expand({ name })}
          onClick={() => onFold(service.id)}
        >
          {open ? <CaretDownFilled aria-hidden="true" /> : <CaretRightFilled aria-hidden="true" />}
        </button>
      )}
      <ServiceLink id={service.id} quiet={!fits}>
        {name}
      </ServiceLink>
    </span>
  );
}
