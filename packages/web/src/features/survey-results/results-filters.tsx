import { getRouteApi } from '@tanstack/react-router';
import type { SurveyResults } from '@zhiheng/contract/surveys/results';
import { Select } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { SubjectFilterBar } from '../subjects/index.ts';
import { textOf } from './figure-words.ts';
import type { SurveyResultsSearch } from './survey-results.search.ts';
import styles from './survey-results.module.css';

const route = getRouteApi('/app/surveys/$id/results');

/** Which answers the page speaks of. Everything stands in the address. */
export function ResultsFilters({ results: { months, groups } }: { readonly results: SurveyResults }) {
  const format = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changed: Partial<SurveyResultsSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const monthOptions = months.map((month) => ({ value: month, label: format.period(month) }));
  const groupOptions = groups.map(({ key, name, options }) => ({
    label: textOf(name, format),
    options: options.map((option) => ({ value: `${key}:${option.key}`, label: textOf(option.name, format) })),
  }));
  return (
    <div className={styles.filters} role="group" aria-label={m.survey_results_filters()}>
      <MonthSelect label={m.survey_results_from()} value={search.from} options={monthOptions} onChange={(from) => change({ from })} />
      <MonthSelect label={m.survey_results_until()} value={search.until} options={monthOptions} onChange={(until) => change({ until })} />
      {groups.length === 0 ? null : (
        <Select
          aria-label={m.survey_results_group()}
          style={{ minWidth: 148 }}
          allowClear
          placeholder={m.survey_results_all_groups()}
          popupMatchSelectWidth={false}
          value={search.group ?? null}
          options={groupOptions}
          onChange={(next: string | null | undefined) => change({ group: next ?? undefined })}
        />
      )}
      <Select
        aria-label={m.survey_results_which()}
        style={{ minWidth: 148 }}
        popupMatchSelectWidth={false}
        value={search.quality ?? 'all'}
        options={[
          { value: 'all', label: m.survey_results_all_answers() },
          { value: 'clean', label: m.survey_results_clean_answers() },
        ]}
        onChange={(next: string) => change({ quality: next === 'clean' ? 'clean' : undefined })}
      />
      <SubjectFilterBar value={search} onChange={change} />
    </div>
  );
}

interface MonthProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (month: string | undefined) => void;
}

const MonthSelect = ({ label, value, options, onChange }: MonthProps) => (
  <Select
    aria-label={label}
    style={{ minWidth: 132 }}
    allowClear
    placeholder={label}
    popupMatchSelectWidth={false}
    value={value ?? null}
    options={[...options]}
    onChange={(next: string | null | undefined) => onChange(next ?? undefined)}
  />
);
