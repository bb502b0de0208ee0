import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CustomerNeed } from '@zhiheng/contract/feedback/needs';
import { needKind, needState } from '@zhiheng/contract/feedback/need-kind';
import { Button, Select } from 'antd';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { useMay } from '../../identity/index.ts';
import { usePartOptions } from '../../subjects/index.ts';
import { needKindWords, needStateTones, needStateWords, optionsOf, priorityWords } from '../feedback-words.ts';
import { needsQuery } from '../feedback.query.ts';
import { NeedDialog } from './need-dialog.tsx';
import type { NeedsSearch } from './needs.search.ts';

interface Props {
  readonly search: NeedsSearch;
  readonly onChange: (part: NeedsSearch) => void;
}

export function NeedsList({ search, onChange }: Props) {
  const format = useFormat();
  const mayWrite = useMay()('feedback.write');
  const { view: _view, edit, ...filter } = search;
  const query = useInfiniteQuery(needsQuery(filter));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const narrowed = Object.values(filter).some((value) => value !== undefined);
  const note = <Button onClick={() => onChange({ edit: 'new' })}>{m.feedback_need_new()}</Button>;
  return (
    <>
      <Filters search={search} onChange={onChange} />
      <QueryView
        query={query}
        isEmpty={({ pages }) => pages[0]?.total === 0}
        empty={
          narrowed
            ? { title: m.feedback_none_match(), words: m.feedback_none_match_text() }
            : { title: m.feedback_needs_none(), words: m.feedback_needs_none_text(), ...(mayWrite ? { action: note } : {}) }
        }
      >
        {() => (
          <>
            <DataTable label={m.feedback_needs()} columns={columnsOf(format, mayWrite)} rows={rows} rowKey={({ id }) => id} />
            <MoreButton query={query} />
          </>
        )}
      </QueryView>
      <NeedDialog open={edit} need={rows.find(({ id }) => id === edit)} onClose={() => onChange({ edit: undefined })} />
    </>
  );
}

function Filters({ search, onChange }: Props) {
  const format = useFormat();
  const { segment } = usePartOptions();
  const segments = segment.map(({ id, name }) => ({ value: id, label: format.text(name) }));
  return (
    <FilterBar>
      <SearchField label={m.feedback_needs_search()} value={search.q} onSearch={(q) => onChange({ q })} />
      <Select<NonNullable<NeedsSearch['kind']>>
        aria-label={m.feedback_need_kind()}
        placeholder={m.feedback_need_kind()}
        allowClear
        style={{ minWidth: 120 }}
        value={search.kind ?? null}
        options={optionsOf(needKindWords, needKind.options)}
        onChange={(kind) => onChange({ kind })}
      />
      <Select
        aria-label={m.feedback_segment()}
        placeholder={m.feedback_segment()}
        allowClear
        style={{ minWidth: 140 }}
        value={search.segmentId ?? null}
        options={[...segments, { value: 'none', label: m.feedback_every_segment() }]}
        onChange={(segmentId: string | undefined) => onChange({ segmentId })}
      />
      <Select<NonNullable<NeedsSearch['state']>>
        aria-label={m.feedback_state()}
        placeholder={m.feedback_state()}
        allowClear
        style={{ minWidth: 120 }}
        value={search.state ?? null}
        options={optionsOf(needStateWords, needState.options)}
        onChange={(state) => onChange({ state })}
      />
    </FilterBar>
  );
}

function columnsOf(format: Format, mayWrite: boolean): Column<CustomerNeed>[] {
  return [
    {
      key: 'name',
      title: m.feedback_need_name(),
      lead: true,
      width: '40%',
      cell: (need) => (
        <TwoLines
          first={
            mayWrite ? (
              <Link from="/app/feedback/needs" to="/app/feedback/needs" search={(now) => ({ ...now, edit: need.id })} resetScroll={false}>
                {need.name}
              </Link>
            ) : (
              need.name
            )
          }
          second={[needKindWords[need.kind](), sourcesOf(need, format), need.stateNote].filter((part) => part !== '').join(' · ')}
        />
      ),
    },
    {
      key: 'segment',
      title: m.feedback_segment(),
      cell: ({ segmentName }) => (segmentName === null ? m.feedback_every_segment() : format.text(segmentName)),
    },
    { key: 'importance', title: m.feedback_importance(), align: 'end', cell: ({ importance }) => format.number(importance) },
    { key: 'priority', title: m.feedback_priority(), cell: ({ priority }) => priorityWords[priority]() },
    {
      key: 'state',
      title: m.feedback_state(),
      cell: ({ state }) => <StatusBadge tone={needStateTones[state]}>{needStateWords[state]()}</StatusBadge>,
    },
    { key: 'to', title: m.feedback_handed_to(), cell: ({ handedTo }) => (handedTo === '' ? '—' : handedTo) },
  ];
}

const sourcesOf = ({ sources }: CustomerNeed, format: Format): string =>
  sources.length === 0 ? '' : m.feedback_need_sources_n({ n: format.number(sources.length) });
