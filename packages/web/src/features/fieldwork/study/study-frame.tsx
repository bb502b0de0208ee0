import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FieldStudy } from '@zhiheng/contract/fieldwork/studies';
import type { ReactNode } from 'react';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { statusOf } from '../../../lib/problem-words.ts';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { TabLinks } from '../../../ui/tab-links.tsx';
import { kindWords, stateWords } from '../fieldwork-words.ts';
import { studyQuery } from '../fieldwork.query.ts';

interface Props {
  readonly id: string;
  readonly actions?: (study: FieldStudy) => ReactNode;
  readonly children: (study: FieldStudy) => ReactNode;
}

/** The head of every page of one study: its name, where it stands, and the way to its other pages. */
export function StudyFrame({ id, actions, children }: Props) {
  const format = useFormat();
  const query = useQuery(studyQuery(id));
  const study = query.data;
  if (statusOf(query.error) === 404)
    return (
      <>
        <PageHeader title={m.fieldwork_title()} />
        <EmptyState
          title={m.fieldwork_gone()}
          words={m.fieldwork_gone_text()}
          action={<Link to="/app/fieldwork">{m.fieldwork_back()}</Link>}
        />
      </>
    );
  return (
    <>
      <PageHeader
        title={study === undefined ? m.fieldwork_title() : format.text(study.name)}
        line={study === undefined ? undefined : lineOf(study, format)}
        actions={
          <>
            <Link to="/app/fieldwork">{m.fieldwork_back()}</Link>
            {study === undefined ? null : actions?.(study)}
          </>
        }
      />
      <StudyTabs id={id} />
      <QueryView query={query}>{children}</QueryView>
    </>
  );
}

function StudyTabs({ id }: { readonly id: string }) {
  const link = { params: { id }, activeOptions: { exact: true, includeSearch: false } } as const;
  return (
    <TabLinks label={m.fieldwork_study_tabs()}>
      <Link to="/app/fieldwork/$id" {...link}>
        {m.fieldwork_tab_overview()}
      </Link>
      <Link to="/app/fieldwork/$id/guide" {...link}>
        {m.fieldwork_tab_guide()}
      </Link>
      <Link to="/app/fieldwork/$id/sessions" {...link}>
        {m.fieldwork_sessions()}
      </Link>
      <Link to="/app/fieldwork/$id/sheets" {...link}>
        {m.fieldwork_tab_sheets()}
      </Link>
      <Link to="/app/fieldwork/$id/agreement" {...link}>
        {m.fieldwork_tab_agreement()}
      </Link>
      <Link to="/app/fieldwork/$id/codes" {...link}>
        {m.fieldwork_tab_codes()}
      </Link>
    </TabLinks>
  );
}

function lineOf({ code, kind, state, published, sessions }: FieldStudy, format: Format): string {
  const guide = published === null ? m.fieldwork_guide_unpublished() : m.fieldwork_guide_version({ n: format.number(published) });
  return [code, kindWords[kind](), stateWords[state](), guide, m.fieldwork_held_n({ n: format.number(sessions.held) })].join(' · ');
}
