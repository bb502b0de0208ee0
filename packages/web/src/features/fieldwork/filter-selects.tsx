import { Select } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { subjectParts, usePartOptions, type SubjectPart } from '../subjects/index.ts';

interface ChoiceProps<T extends string> {
  readonly label: string;
  /** what stands there while nothing is chosen */
  readonly all: string;
  readonly width?: number;
  readonly value: T | undefined;
  readonly options: { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T | undefined) => void;
  readonly searchable?: boolean;
}

/** One of several, or all. */
export function ChoiceFilter<T extends string>({ label, all, width = 150, value, options, onChange, searchable = false }: ChoiceProps<T>) {
  return (
    <Select<T | null>
      aria-label={label}
      style={{ width }}
      allowClear
      {...(searchable ? { showSearch: { optionFilterProp: 'label' }, popupMatchSelectWidth: false } : {})}
      placeholder={all}
      value={value ?? null}
      options={options}
      onChange={(next: T | null | undefined) => onChange(next ?? undefined)}
    />
  );
}

interface PartProps {
  readonly part: SubjectPart;
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

/** A service, site, team or segment, or all of them. */
export function PartFilter({ part, value, onChange }: PartProps) {
  const format = useFormat();
  const options = usePartOptions()[part].map(({ id, name }) => ({ value: id, label: format.text(name) }));
  return (
    <ChoiceFilter
      label={subjectParts[part].label()}
      all={subjectParts[part].all()}
      value={value}
      options={options}
      onChange={onChange}
      searchable
    />
  );
}
