import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { eventType } from '@zhiheng/contract/events';
import { Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { DayField } from '../../../ui/day-field.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { accountNamesQuery, useMay } from '../../identity/index.ts';
import type { ChangesSearch } from './changes.search.ts';

export function ChangesFilter({ search }: { readonly search: ChangesSearch }) {
  const navigate = useNavigate({ from: '/app/admin/changes' });
  const seesPeople = useMay()('identity.read');
  const people = useQuery({ ...accountNamesQuery, enabled: seesPeople });
  const set = (part: ChangesSearch) => void navigate({ search: { ...search, ...part }, replace: true });
  return (
    <FilterBar>
      <Select
        aria-label={m.admin_change_type()}
        placeholder={m.admin_change_all_types()}
        style={{ minWidth: 200 }}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={search.type ?? null}
        onChange={(type: ChangesSearch['type'] | null) => set({ type: type ?? undefined })}
        options={eventType.options.map((type) => ({ value: type, label: m.event_name({ type }) }))}
      />
      {seesPeople ? (
        <Select
          aria-label={m.admin_change_actor()}
          placeholder={m.admin_change_all_actors()}
          style={{ minWidth: 160 }}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={search.actor ?? null}
          onChange={(actor: string | null) => set({ actor: actor ?? undefined })}
          options={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <DayField label={m.admin_change_from()} value={search.from} onChange={(from) => set({ from })} />
      <DayField label={m.admin_change_to()} value={search.to} onChange={(to) => set({ to })} />
    </FilterBar>
  );
}
