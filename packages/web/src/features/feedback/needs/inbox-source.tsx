import { useInfiniteQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { feedbackQuery } from '../feedback.query.ts';

interface Props {
  /** what the need rests on already */
  readonly taken: readonly string[];
  readonly onAdd: (source: { readonly feedbackId: string; readonly excerpt: string }) => void;
}

const longestExcerpt = 80;

/** Something of the inbox on which a need rests, found by its words. */
export function InboxSource({ taken, onAdd }: Props) {
  const [q, setQ] = useState('');
  const found = useInfiniteQuery(feedbackQuery(q === '' ? {} : { q }, 'newest'));
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Select
      aria-label={m.feedback_source_from_inbox()}
      placeholder={m.feedback_source_from_inbox()}
      showSearch={{ filterOption: false, onSearch: setQ }}
      loading={found.isFetching}
      value={null}
      options={items.filter(({ id }) => !taken.includes(id)).map(({ id, body }) => ({ value: id, label: body.slice(0, longestExcerpt) }))}
      onChange={(id: string | null) => {
        const chosen = items.find((item) => item.id === id);
        if (chosen !== undefined) onAdd({ feedbackId: chosen.id, excerpt: chosen.body.slice(0, longestExcerpt) });
      }}
    />
  );
}
