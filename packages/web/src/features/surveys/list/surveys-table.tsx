import { Link } from '@tanstack/react-router';
import type { SurveyRow } from '@zhiheng/contract/surveys/surveys';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { useMay } from '../../identity/index.ts';
import { SurveyStateBadge } from '../state-badge.tsx';
import { SurveyRowActions } from './survey-row-actions.tsx';

export function SurveysTable({ surveys }: { readonly surveys: readonly SurveyRow[] }) {
  const format = useFormat();
  const may = useMay();
  const actions: Column<SurveyRow> = {
    ...{ key: 'actions', title: m.surveys_row_actions(), quiet: true, align: 'end' },
    cell: (survey) => <SurveyRowActions survey={survey} />,
  };
  const columns = [...columnsFor(format), ...(may('surveys.write') ? [actions] : [])];
  return <DataTable label={m.surveys_title()} columns={columns} rows={surveys} rowKey={({ id }) => id} />;
}

const columnsFor = (format: Format): Column<SurveyRow>[] => [
  { key: 'name', title: m.surveys_name(), lead: true, width: '38%', cell: (survey) => <Name survey={survey} /> },
  { key: 'state', title: m.surveys_state(), cell: ({ state }) => <SurveyStateBadge state={state} /> },
  {
    key: 'published',
    title: m.surveys_published(),
    cell: ({ published, changed }) => (
      <TwoLines
        first={published === null ? m.surveys_never_published() : m.surveys_version_number({ n: format.number(published) })}
        second={published !== null && changed ? m.surveys_unpublished_changes() : ''}
      />
    ),
  },
  { key: 'answers', title: m.surveys_answers(), align: 'end', cell: ({ responses }) => format.number(responses) },
  {
    key: 'last',
    title: m.surveys_last_answer(),
    align: 'end',
    cell: ({ lastResponseAt }) => (lastResponseAt === null ? '—' : format.ago(lastResponseAt)),
  },
];

function Name({ survey }: { readonly survey: SurveyRow }) {
  const format = useFormat();
  const facts = [
    survey.anonymous ? m.surveys_anonymous_tag() : null,
    survey.instrument === null ? survey.code : m.surveys_from_instrument({ code: survey.instrument }),
  ];
  return (
    <TwoLines
      first={
        <Link to="/app/surveys/$id/build" params={{ id: survey.id }}>
          {format.text(survey.name)}
        </Link>
      }
      second={facts.filter((fact) => fact !== null).join(' · ')}
    />
  );
}
