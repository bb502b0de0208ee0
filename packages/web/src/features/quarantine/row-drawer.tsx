import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { QuarantineReason } from '@zhiheng/contract/measurement/observations';
import { Drawer } from 'antd';
import { reasonWords, remedyWords } from '../../lib/quarantine-words.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { FactTable } from '../../ui/fact-table.tsx';
import { importNamesQuery, type QuarantinedRow } from './quarantine.query.ts';
import styles from './row-drawer.module.css';
import { rowPlace } from './row-place.ts';
import { rowProblemWords } from './row-problem-words.ts';

interface Props {
  readonly row: QuarantinedRow | null;
  readonly onClose: () => void;
}

/** The row as it came, why it waits and what to do. */
export function RowDrawer({ row, onClose }: Props) {
  return (
    <Drawer
      open={row !== null}
      onClose={onClose}
      destroyOnHidden
      size={480}
      title={row === null ? m.imports_quarantine_row_title() : reasonWords[row.reason]()}
    >
      {row === null ? null : <RowDetail row={row} />}
    </Drawer>
  );
}

function RowDetail({ row }: { readonly row: QuarantinedRow }) {
  const format = useFormat();
  const imports = useQuery(importNamesQuery);
  return (
    <div className={styles.detail}>
      <p>{rowProblemWords(row, format)}</p>
      <section className={styles.remedy}>
        <h2>{m.imports_quarantine_how()}</h2>
        <p>{remedyWords[row.reason]()}</p>
        <RemedyLink row={row} />
      </section>
      <FactTable
        label={m.imports_quarantine_row_title()}
        rows={[
          [m.imports_quarantine_source(), rowPlace(row, imports.data ?? [])],
          [m.imports_quarantine_indicator(), row.indicator ?? '—'],
          [m.imports_quarantine_at(), format.dateTime(row.at)],
        ]}
      />
      <section>
        <h2>{m.imports_quarantine_raw()}</h2>
        <FactTable label={m.imports_quarantine_raw()} rows={Object.entries(row.raw).map(([field, value]) => [field, shown(value)])} />
      </section>
    </div>
  );
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const inUnits: ReadonlySet<QuarantineReason> = new Set(['unknown_team', 'unknown_site', 'unknown_segment']);

function RemedyLink({ row: { reason, indicator } }: { readonly row: QuarantinedRow }) {
  if (reason === 'unknown_service') return <Link to="/app/services">{m.imports_quarantine_open_services()} →</Link>;
  if (inUnits.has(reason)) return <Link to="/app/admin/units">{m.imports_quarantine_open_units()} →</Link>;
  if (reason === 'unknown_indicator') return <Link to="/app/indicators">{m.imports_quarantine_open_indicators()} →</Link>;
  if (reason === 'out_of_range' && indicator !== null) {
    return (
      <Link to="/app/indicators" search={{ q: indicator }}>
        {m.imports_quarantine_open_indicators()} →
      </Link>
    );
  }
  return null;
}
