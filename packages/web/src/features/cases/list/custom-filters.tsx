import { useFormat } from '../../../lib/format/use-format.ts';
import { filteringFields, useCustomFields } from '../custom/custom-fields.query.ts';
import { yesNoOptions } from '../custom/custom-words.ts';
import type { CasesSearch } from './cases.search.ts';
import { FilterSelect } from './filter-select.tsx';

interface Props {
  readonly custom: CasesSearch['custom'];
  readonly onChange: (custom: CasesSearch['custom']) => void;
}

/** One filter for each field of the house that has choices and is shown in lists. */
export function CustomFilters({ custom = {}, onChange }: Props) {
  const format = useFormat();
  const fields = filteringFields(useCustomFields());
  const change = (code: string, values: string[] | undefined) => {
    const rest = Object.fromEntries(Object.entries(custom).filter(([one]) => one !== code));
    const next = values === undefined ? rest : { ...rest, [code]: values };
    onChange(Object.keys(next).length === 0 ? undefined : next);
  };
  return fields.map(({ id, code, name, kind, options }) => (
    <FilterSelect
      key={id}
      label={format.text(name)}
      value={custom[code]}
      options={kind === 'yes-no' ? yesNoOptions() : options.map((option) => ({ value: option.code, label: format.text(option.name) }))}
      onChange={(values) => change(code, values)}
    />
  ));
}
