import { useNavigate } from '@tanstack/react-router';
import { accountState } from '@zhiheng/contract/identity/account-state';
import { Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { accountStateWords } from './account-state-badge.tsx';
import type { UsersSearch } from './users.search.ts';

export function UsersFilter({ search }: { readonly search: UsersSearch }) {
  const navigate = useNavigate({ from: '/app/admin/users' });
  const set = (part: UsersSearch) => void navigate({ search: { ...search, ...part }, replace: true });
  return (
    <FilterBar>
      <SearchField key={search.q} label={m.admin_users_search()} value={search.q} onSearch={(q) => set({ q })} />
      <Select
        aria-label={m.admin_state()}
        style={{ width: 140 }}
        placeholder={m.admin_all_states()}
        allowClear
        value={search.state ?? null}
        onChange={(state: UsersSearch['state'] | null) => set({ state: state ?? undefined })}
        options={accountState.options.map((state) => ({ value: state, label: accountStateWords[state]() }))}
      />
    </FilterBar>
  );
}
