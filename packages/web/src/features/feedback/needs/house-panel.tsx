import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useMay } from '../../identity/index.ts';
import { usePartOptions } from '../../subjects/index.ts';
import { houseQuery } from '../feedback.query.ts';
import { ColumnsDialog } from './columns-dialog.tsx';
import { HouseTable } from './house-table.tsx';
import styles from './house.module.css';
import { NeedDialog } from './need-dialog.tsx';
import type { NeedsSearch } from './needs.search.ts';

interface Props {
  readonly search: NeedsSearch;
  readonly onChange: (part: NeedsSearch) => void;
}

/** Needs against features, and what each feature is worth. */
export function HousePanel({ search, onChange }: Props) {
  const format = useFormat();
  const mayWrite = useMay()('feedback.write');
  const segmentId = search.segmentId === 'none' ? undefined : search.segmentId;
  const query = useQuery(houseQuery(search.serviceId, segmentId));
  const { service, segment } = usePartOptions();
  const [columns, setColumns] = useState(false);
  const options = (parts: typeof service) => parts.map(({ id, name }) => ({ value: id, label: format.text(name) }));
  return (
    <>
      <FilterBar>
        <Select
          aria-label={m.feedback_service()}
          placeholder={m.feedback_service()}
          allowClear
          style={{ minWidth: 160 }}
          value={search.serviceId ?? null}
          options={options(service)}
          onChange={(serviceId: string | undefined) => onChange({ serviceId })}
        />
        <Select
          aria-label={m.feedback_segment()}
          placeholder={m.feedback_segment()}
          allowClear
          style={{ minWidth: 140 }}
          value={segmentId ?? null}
          options={options(segment)}
          onChange={(next: string | undefined) => onChange({ segmentId: next })}
        />
        {mayWrite ? <Button onClick={() => setColumns(true)}>{m.feedback_house_columns()}</Button> : null}
      </FilterBar>
      <QueryView
        query={query}
        isEmpty={({ needs, features }) => needs.length === 0 || features.length === 0}
        empty={{ title: m.feedback_house_none(), words: m.feedback_house_none_text() }}
      >
        {(house) => (
          <Card title={findingOf(house)} aside={m.feedback_house_legend()}>
            <HouseTable house={house} mayWrite={mayWrite} />
            <p className={styles.note}>{m.feedback_house_how()}</p>
          </Card>
        )}
      </QueryView>
      {columns && query.data !== undefined ? <ColumnsDialog house={query.data} onClose={() => setColumns(false)} /> : null}
      <NeedDialog open={search.edit === 'new' ? 'new' : undefined} need={undefined} onClose={() => onChange({ edit: undefined })} />
    </>
  );

  /** The title states what was found. */
  function findingOf({ features }: NonNullable<typeof query.data>): string {
    const first = features.find(({ rank, importance }) => rank === 1 && importance > 0);
    if (first === undefined) return m.feedback_house();
    return m.feedback_house_finding({ name: first.name, share: format.percent(100 * first.relativeImportance, 0) });
  }
}
