import { useQuery } from '@tanstack/react-query';
import { feedbackChannel, feedbackOrder, feedbackState, polarity } from '@zhiheng/contract/feedback/feedback-kinds';
import { Select } from 'antd';
import type { Ref } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { channelWords, optionsOf, orderWords, polarityWords, stateWords } from '../feedback-words.ts';
import { themesQuery } from '../feedback.query.ts';
import type { FeedbackSearch } from './feedback.search.ts';

interface Props {
  readonly search: FeedbackSearch;
  readonly onChange: (part: FeedbackSearch) => void;
  readonly ref: Ref<HTMLDivElement>;
}

export function FeedbackFilters({ search, onChange, ref }: Props) {
  const format = useFormat();
  const themes = useQuery(themesQuery).data ?? [];
  const all = { value: 'all' };
  const owners = [
    { value: 'me', label: m.feedback_owner_me() },
    { value: 'nobody', label: m.feedback_owner_nobody() },
  ];
  return (
    <div ref={ref}>
      <FilterBar>
        <SearchField label={m.feedback_search()} value={search.q} onSearch={(q) => onChange({ q })} />
        <One
          label={m.feedback_state()}
          value={search.state ?? 'new'}
          options={[...optionsOf(stateWords, feedbackState.options), { value: 'all', label: m.feedback_all_states() }]}
          onChange={(state) => onChange({ state: state === 'new' ? undefined : (state as FeedbackSearch['state']) })}
        />
        <One
          label={m.feedback_channel()}
          value={search.channel ?? 'all'}
          options={[{ ...all, label: m.feedback_all_channels() }, ...optionsOf(channelWords, feedbackChannel.options)]}
          onChange={(channel) => onChange({ channel: given(channel) as FeedbackSearch['channel'] })}
        />
        <One
          label={m.feedback_theme()}
          value={search.themeId ?? 'all'}
          options={[
            { ...all, label: m.feedback_all_themes() },
            ...themes.filter(({ retired }) => !retired).map(({ id, name }) => ({ value: id, label: format.text(name) })),
            { value: 'none', label: m.feedback_theme_none() },
          ]}
          onChange={(themeId) => onChange({ themeId: given(themeId) })}
        />
        <One
          label={m.feedback_polarity()}
          value={search.polarity ?? 'all'}
          options={[{ ...all, label: m.feedback_all_polarities() }, ...optionsOf(polarityWords, [...polarity.options, 'none'])]}
          onChange={(sound) => onChange({ polarity: given(sound) as FeedbackSearch['polarity'] })}
        />
        <One
          label={m.feedback_owner()}
          value={search.ownerId ?? 'all'}
          options={[{ ...all, label: m.feedback_all_owners() }, ...owners]}
          onChange={(ownerId) => onChange({ ownerId: given(ownerId) })}
        />
        <One
          label={m.feedback_order()}
          value={search.order ?? 'newest'}
          options={optionsOf(orderWords, feedbackOrder.options)}
          onChange={(order) => onChange({ order: order === 'newest' ? undefined : (order as FeedbackSearch['order']) })}
        />
      </FilterBar>
    </div>
  );
}

const given = (value: string): string | undefined => (value === 'all' ? undefined : value);

interface OneProps {
  readonly label: string;
  readonly value: string;
  readonly options: { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function One({ label, value, options, onChange }: OneProps) {
  return (
    <Select
      aria-label={label}
      style={{ minWidth: 112 }}
      popupMatchSelectWidth={false}
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}
