import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { campaignKind, campaignStage, type CampaignKind, type CampaignStage } from '@zhiheng/contract/campaigns/campaign-kind';
import { Button, Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { kindWords, stageWords } from '../campaign-words.ts';
import { campaignsQuery } from '../campaigns.query.ts';
import type { CampaignsSearch } from '../campaigns.search.ts';
import { CampaignsTable } from './campaigns-table.tsx';
import { NewCampaignDialog } from './new-campaign-dialog.tsx';

const route = getRouteApi('/app/campaigns');

/** Every assessment: what runs, how far it is, what came of the earlier ones. */
export function CampaignsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(campaignsQuery(search));
  const change = (part: CampaignsSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const add = <NewButton onClick={() => change({ edit: 'new' })} />;
  const isFiltered = search.q !== undefined || search.stage !== undefined || search.kind !== undefined;
  return (
    <>
      <PageHeader title={m.campaigns_title()} line={m.campaigns_line()} actions={add} />
      <Filter search={search} onChange={change} />
      <QueryView
        query={query}
        skeleton={<Skeleton rows={6} height={40} />}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={
          isFiltered ? { title: m.campaigns_none_found() } : { title: m.campaigns_none(), words: m.campaigns_none_text(), action: add }
        }
      >
        {({ pages }) => (
          <>
            <CampaignsTable campaigns={pages.flatMap(({ items }) => items)} />
            <MoreButton query={query} />
          </>
        )}
      </QueryView>
      {search.edit === 'new' ? <NewCampaignDialog onClose={() => change({ edit: undefined })} /> : null}
    </>
  );
}

function NewButton({ onClick }: { readonly onClick: () => void }) {
  const may = useMay();
  if (!may('campaigns.write')) return null;
  return (
    <Button type="primary" onClick={onClick}>
      {m.campaigns_new()}
    </Button>
  );
}

interface FilterProps {
  readonly search: CampaignsSearch;
  readonly onChange: (part: CampaignsSearch) => void;
}

function Filter({ search, onChange }: FilterProps) {
  return (
    <FilterBar>
      <SearchField label={m.campaigns_search()} value={search.q} onSearch={(q) => onChange({ q })} />
      <Select<CampaignStage | 'all'>
        aria-label={m.campaigns_stage()}
        style={{ width: 140 }}
        value={search.stage ?? 'all'}
        options={[
          { value: 'all', label: m.campaigns_all_stages() },
          ...campaignStage.options.map((stage) => ({ value: stage, label: stageWords[stage]() })),
        ]}
        onChange={(stage) => onChange({ stage: stage === 'all' ? undefined : stage })}
      />
      <Select<CampaignKind | 'all'>
        aria-label={m.campaigns_kind()}
        style={{ width: 160 }}
        value={search.kind ?? 'all'}
        options={[
          { value: 'all', label: m.campaigns_all_kinds() },
          ...campaignKind.options.map((kind) => ({ value: kind, label: kindWords[kind]() })),
        ]}
        onChange={(kind) => onChange({ kind: kind === 'all' ? undefined : kind })}
      />
    </FilterBar>
  );
}
