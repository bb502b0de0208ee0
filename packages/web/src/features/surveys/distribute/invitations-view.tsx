import { useInfiniteQuery } from '@tanstack/react-query';
import { invitationState, type Distribution, type Invitation, type InvitationState } from '@zhiheng/contract/surveys/distributions';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { StatusBadge, type Tone } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { invitationsQuery } from './distributions.query.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { reasonWords } from './reason-words.ts';

interface Props {
  readonly survey: Survey;
  readonly way: Distribution;
}

/** Who was asked, and what became of it. */
export function InvitationsView({ survey, way }: Props) {
  const format = useFormat();
  const [state, setState] = useState<InvitationState | undefined>();
  const [q, setQ] = useState<string | undefined>();
  const [inviting, setInviting] = useState(false);
  const query = useInfiniteQuery(invitationsQuery(way.id, { state, q }));
  return (
    <>
      <FilterBar>
        <SearchField label={m.surveys_invitations_search()} value={q} onSearch={setQ} />
        <Select<InvitationState | 'all'>
          aria-label={m.surveys_state()}
          style={{ width: 140 }}
          value={state ?? 'all'}
          options={[
            { value: 'all', label: m.surveys_all_states() },
            ...invitationState.options.map((value) => ({ value, label: stateFaces[value].word() })),
          ]}
          onChange={(next) => setState(next === 'all' ? undefined : next)}
        />
        {way.kind === 'after-case' ? null : <Button onClick={() => setInviting(true)}>{m.surveys_invite()}</Button>}
      </FilterBar>
      <QueryView
        query={query}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={{ title: m.surveys_invitations_none() }}
      >
        {({ pages }) => (
          <DataTable
            label={m.surveys_invitations()}
            columns={columnsFor(format)}
            rows={pages.flatMap(({ items }) => items)}
            rowKey={({ id }) => id}
          />
        )}
      </QueryView>
      <MoreButton query={query} />
      {inviting ? <InviteDialog survey={survey} way={way} onClose={() => setInviting(false)} /> : null}
    </>
  );
}

const stateFaces: Readonly<Record<InvitationState, { readonly tone: Tone; readonly word: () => string }>> = {
  waiting: { tone: 'idle', word: m.surveys_invitation_waiting },
  sent: { tone: 'note', word: m.surveys_invitation_sent },
  opened: { tone: 'near', word: m.surveys_invitation_opened },
  answered: { tone: 'good', word: m.surveys_invitation_answered },
  bounced: { tone: 'bad', word: m.surveys_invitation_bounced },
  declined: { tone: 'idle', word: m.surveys_invitation_declined },
  suppressed: { tone: 'idle', word: m.surveys_invitation_suppressed },
};

const columnsFor = (format: Format): Column<Invitation>[] => [
  {
    key: 'name',
    title: m.surveys_person(),
    lead: true,
    cell: ({ name, address }) => <TwoLines first={name || address || '—'} second={name === '' ? '' : address} />,
  },
  {
    ...{ key: 'state', title: m.surveys_state() },
    cell: ({ state, reason }) => (
      <TwoLines
        first={<StatusBadge tone={stateFaces[state].tone}>{stateFaces[state].word()}</StatusBadge>}
        second={reason === null ? '' : reasonWords(reason)}
      />
    ),
  },
  { key: 'sent', title: m.surveys_sent_at(), cell: ({ sentAt }) => (sentAt === null ? '—' : format.ago(sentAt)) },
  { key: 'answered', title: m.surveys_answered_at(), cell: ({ answeredAt }) => (answeredAt === null ? '—' : format.ago(answeredAt)) },
  { key: 'link', title: m.surveys_link(), cell: ({ url, name }) => (url === null ? '—' : <PersonalLink url={url} name={name} />) },
];

const PersonalLink = ({ url, name }: { readonly url: string; readonly name: string }) => (
  <a href={url} target="_blank" rel="noreferrer" aria-label={`${m.surveys_link_open()}: ${name}`}>
    {m.surveys_link_open()}
  </a>
);
