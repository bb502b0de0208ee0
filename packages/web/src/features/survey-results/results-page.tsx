import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ResultSection } from '@zhiheng/contract/surveys/result-section';
import type { SurveyResults } from '@zhiheng/contract/surveys/results';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { csvBlob } from '../../lib/csv-text.ts';
import { useLiveFigures } from '../../lib/figures/use-live-figures.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { saveFile } from '../../lib/save-file.ts';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { TabLinks } from '../../ui/tab-links.tsx';
import { useMay } from '../identity/index.ts';
import { BreakdownCard } from './breakdown-card.tsx';
import { CrossTablesCard } from './cross-tables-card.tsx';
import { FunnelCards } from './funnel-card.tsx';
import { HeadlineKpis } from './headline-kpis.tsx';
import { QuestionsCard } from './questions-card.tsx';
import { resultsCsv } from './results-csv.ts';
import { ResultsFilters } from './results-filters.tsx';
import { SectionOf } from './sections/section-of.tsx';
import { filtersIn, resultsQuery } from './survey-results.query.ts';
import styles from './survey-results.module.css';
import { TextsCard } from './texts-card.tsx';
import { TrendCard } from './trend-card.tsx';

const route = getRouteApi('/app/surveys/$id/results');

// Whoever reads the report does not fetch it.
const InDepth = lazy(() => import('./in-depth/in-depth-tab.tsx').then((module) => ({ default: module.InDepth })));

/** What a survey found out: a section for each measure, each figure with n and interval. */
export function SurveyResultsPage() {
  const { id } = route.useParams();
  const query = useQuery(resultsQuery(id, filtersIn(route.useSearch())));
  useLiveFigures('survey-results');
  return (
    <QueryView query={query} skeleton={<Skeleton rows={10} height={48} />}>
      {(results) => <Report id={id} results={results} />}
    </QueryView>
  );
}

function Report({ id, results }: { readonly id: string; readonly results: SurveyResults }) {
  const format = useFormat();
  const { view } = route.useSearch();
  const title = m.survey_results_of({ name: format.text(results.name) });
  return (
    <>
      <PageHeader title={title} line={lineOf(results, format)} actions={<Actions id={id} results={results} title={title} />} />
      <Views id={id} />
      <div className={styles.stack}>
        <ResultsFilters results={results} />
        {results.waiting === 0 ? null : <p className={styles.waiting}>{m.survey_results_waiting({ n: format.number(results.waiting) })}</p>}
        {view === 'depth' ? (
          <Suspense fallback={<Skeleton rows={6} height={48} />}>
            <InDepth id={id} />
          </Suspense>
        ) : (
          <Sections id={id} results={results} />
        )}
      </div>
    </>
  );
}

/** The report, or the analyses of single answers: two views of one address. */
function Views({ id }: { readonly id: string }) {
  const search = route.useSearch();
  const link = (next: 'depth' | undefined, words: string) => (
    <Link
      to="/app/surveys/$id/results"
      params={{ id }}
      search={{ ...search, view: next }}
      activeOptions={{ exact: true, explicitUndefined: true }}
    >
      {words}
    </Link>
  );
  return (
    <TabLinks label={m.survey_analyses_tabs()}>
      {link(undefined, m.survey_analyses_tab_results())}
      {link('depth', m.survey_analyses_tab_depth())}
    </TabLinks>
  );
}

function Sections({ id, results }: { readonly id: string; readonly results: SurveyResults }) {
  const may = useMay();
  const filters = filtersIn(route.useSearch());
  if (results.n === 0) return <EmptyState title={m.survey_results_empty()} words={m.survey_results_empty_text()} />;
  return (
    <>
      <HeadlineKpis surveyId={id} sections={results.sections} />
      <div className={styles.pair}>
        {results.sections.filter(isSmall).map((section) => (
          <SectionOf key={section.measure} section={section} />
        ))}
      </div>
      {results.sections
        .filter((section) => !isSmall(section))
        .map((section) => (
          <SectionOf key={section.measure} section={section} />
        ))}
      <TrendCard id={id} filters={filters} />
      <BreakdownCard id={id} filters={filters} groups={results.groups} />
      <QuestionsCard questions={results.questions} />
      {results.groups.length === 0 ? null : <CrossTablesCard id={id} filters={filters} />}
      {may('feedback.read') ? <TextsCard id={id} /> : null}
      <FunnelCards id={id} />
    </>
  );
}

const isSmall = ({ kind }: ResultSection): boolean => ['csat', 'nps', 'ces', 'mean', 'sum', 'grades', 'csi'].includes(kind);

function lineOf({ n, clean, versions, asOf }: SurveyResults, format: Format): string {
  const parts = [
    m.survey_results_answers_n({ n: format.number(n) }),
    clean === null || clean === n ? null : m.survey_results_of_them_clean({ n: format.number(clean) }),
    versions.length < 2
      ? null
      : m.survey_results_versions({ list: format.list(versions.map(({ number }) => format.number(number)).reverse()) }),
    m.survey_results_as_of({ time: format.dateTime(asOf) }),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

interface ActionsProps {
  readonly id: string;
  readonly results: SurveyResults;
  readonly title: string;
}

function Actions({ id, results, title }: ActionsProps) {
  const format = useFormat();
  return (
    <>
      <Link to="/app/surveys/$id/build" params={{ id }}>
        {m.survey_results_to_survey()}
      </Link>
      <Button onClick={() => window.print()}>{m.survey_results_print()}</Button>
      <Button onClick={() => saveFile(`${title}.csv`, csvBlob(resultsCsv(results, format)))}>{m.survey_results_csv()}</Button>
    </>
  );
}
