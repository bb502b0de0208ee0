import { Button, Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DayField } from '../../../ui/day-field.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { subjectParts, usePartOptions } from '../../subjects/index.ts';
import type { ResultsSearch } from '../fieldwork.search.ts';

interface Props {
  readonly search: ResultsSearch;
  readonly onChange: (part: ResultsSearch) => void;
}

const parts = [
  ['siteId', 'site'],
  ['teamId', 'team'],
] as const;
const everything: ResultsSearch = { from: undefined, until: undefined, siteId: undefined, teamId: undefined, serviceId: undefined };

/** Narrows results to a time, a site or a team. */
export function ResultsFilter({ search, onChange }: Props) {
  const format = useFormat();
  const options = usePartOptions();
  const isNarrowed = Object.values(search).some((value) => value !== undefined);
  return (
    <FilterBar>
      <DayField label={m.fieldwork_from()} value={search.from} onChange={(from) => onChange({ from })} />
      <DayField label={m.fieldwork_until()} value={search.until} onChange={(until) => onChange({ until })} />
      {parts.map(([key, part]) => (
        <Select
          key={key}
          aria-label={subjectParts[part].label()}
          style={{ width: 160 }}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          placeholder={subjectParts[part].all()}
          value={search[key] ?? null}
          options={options[part].map(({ id, name }) => ({ value: id, label: format.text(name) }))}
          onChange={(next: string | null | undefined) => onChange({ [key]: next ?? undefined })}
        />
      ))}
      {isNarrowed ? <Button onClick={() => onChange(everything)}>{m.fieldwork_show_all()}</Button> : null}
    </FilterBar>
  );
}
