import { useQuery } from '@tanstack/react-query';
import { quarantined, type QuarantineReason } from '@zhiheng/contract/measurement/observations';
import { Select } from 'antd';
import { reasonWords } from '../../lib/quarantine-words.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { FilterBar } from '../../ui/filter-bar.tsx';
import styles from './quarantine-filters.module.css';
import { importNamesQuery, type QuarantinedRow } from './quarantine.query.ts';
import type { QuarantineSearch } from './quarantine.search.ts';

type State = QuarantinedRow['state'];

interface Props {
  readonly search: QuarantineSearch;
  readonly reasons: readonly { readonly reason: QuarantineReason; readonly rows: number }[];
  readonly total: number;
  readonly onChange: (part: QuarantineSearch) => void;
}

const stateWords: Readonly<Record<State, () => string>> = {
  open: m.imports_quarantine_state_open,
  released: m.imports_quarantine_state_released,
  dismissed: m.imports_quarantine_state_dismissed,
};

export function QuarantineFilters({ search, reasons, total, onChange }: Props) {
  const format = useFormat();
  const imports = useQuery(importNamesQuery);
  return (
    <>
      <FilterBar>
        <Select<State>
          aria-label={m.imports_quarantine_state_label()}
          style={{ width: 140 }}
          value={search.state ?? 'open'}
          options={quarantined.shape.state.options.map((value) => ({ value, label: stateWords[value]() }))}
          onChange={(state) => onChange({ state: state === 'open' ? undefined : state, reason: undefined })}
        />
        <Select<string | null>
          aria-label={m.imports_quarantine_import()}
          style={{ width: 320 }}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={m.imports_quarantine_any_import()}
          value={search.importId ?? null}
          loading={imports.isPending}
          options={(imports.data ?? []).map((job) => ({ value: job.id, label: `${job.fileName} · ${format.dateTime(job.createdAt)}` }))}
          onChange={(importId) => onChange({ importId: importId ?? undefined, reason: undefined })}
        />
      </FilterBar>
      {reasons.length === 0 ? null : (
        <div role="group" aria-label={m.imports_quarantine_reasons()} className={styles.reasons}>
          <ReasonChip
            name={m.imports_quarantine_all_reasons()}
            rows={total}
            chosen={search.reason === undefined}
            onChoose={() => onChange({ reason: undefined })}
          />
          {reasons.map(({ reason, rows }) => (
            <ReasonChip
              key={reason}
              name={reasonWords[reason]()}
              rows={rows}
              chosen={search.reason === reason}
              onChoose={() => onChange({ reason: search.reason === reason ? undefined : reason })}
            />
          ))}
        </div>
      )}
    </>
  );
}

interface ChipProps {
  readonly name: string;
  readonly rows: number;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function ReasonChip({ name, rows, chosen, onChoose }: ChipProps) {
  const format = useFormat();
  const n = format.number(rows);
  return (
    <button
      type="button"
      className={styles.reason}
      aria-pressed={chosen}
      aria-label={m.imports_quarantine_reason_rows({ reason: name, n })}
      onClick={onChoose}
    >
      {name} <span className={styles.count}>{n}</span>
    </button>
  );
}
