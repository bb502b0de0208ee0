import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import type { ReactNode } from 'react';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { statusOf } from '../../lib/problem-words.ts';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { TabLinks } from '../../ui/tab-links.tsx';
import { useMay } from '../identity/index.ts';
import { stateWords } from './state-badge.tsx';
import { surveyQuery } from './surveys.query.ts';

interface Props {
  readonly id: string;
  readonly actions?: (survey: Survey) => ReactNode;
  readonly children: (survey: Survey) => ReactNode;
}

/** The head of every page of one survey: its name, where it stands, and the way to its other pages. */
export function SurveyFrame({ id, actions, children }: Props) {
  const format = useFormat();
  const query = useQuery(surveyQuery(id));
  const survey = query.data;
  if (statusOf(query.error) === 404)
    return (
      <>
        <PageHeader title={m.surveys_title()} />
        <EmptyState title={m.surveys_gone()} words={m.surveys_gone_text()} action={<Link to="/app/surveys">{m.surveys_back()}</Link>} />
      </>
    );
  return (
    <>
      <PageHeader
        title={survey === undefined ? m.surveys_title() : format.text(survey.name)}
        line={survey === undefined ? undefined : lineOf(survey, format)}
        actions={
          <>
            <Link to="/app/surveys">{m.surveys_back()}</Link>
            {survey === undefined ? null : actions?.(survey)}
          </>
        }
      />
      <SurveyTabs id={id} />
      <QueryView query={query}>{children}</QueryView>
    </>
  );
}

function SurveyTabs({ id }: { readonly id: string }) {
  const may = useMay();
  const params = { id };
  return (
    <TabLinks label={m.surveys_tabs()}>
      <Link to="/app/surveys/$id/build" params={params}>
        {m.surveys_tab_build()}
      </Link>
      <Link to="/app/surveys/$id/words" params={params}>
        {m.surveys_tab_words()}
      </Link>
      <Link to="/app/surveys/$id/settings" params={params}>
        {m.surveys_tab_settings()}
      </Link>
      <Link to="/app/surveys/$id/distribution" params={params}>
        {m.surveys_tab_distribution()}
      </Link>
      {may('surveys.responses') ? (
        <Link to="/app/surveys/$id/responses" params={params}>
          {m.surveys_tab_responses()}
        </Link>
      ) : null}
      <Link to="/app/surveys/$id/results" params={params}>
        {m.surveys_tab_results()}
      </Link>
      <Link to="/app/surveys/$id/versions" params={params}>
        {m.surveys_tab_versions()}
      </Link>
    </TabLinks>
  );
}

const lineOf = ({ state, published, responses }: Survey, format: Format): string =>
  m.surveys_frame_line({
    state: stateWords[state](),
    version: published === null ? m.surveys_never_published() : m.surveys_version_number({ n: format.number(published) }),
    answers: format.number(responses),
  });
