import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { closeSurvey, type Survey, type SurveyVersion } from '@zhiheng/contract/surveys/surveys';
import { Button } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { saveFile } from '../../../lib/save-file.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { SurveyFrame } from '../survey-frame.tsx';
import { queryClient } from '../../../lib/query-client.ts';
import { versionQuery } from '../surveys.query.ts';
import { formFile } from './form-file.ts';

const route = getRouteApi('/app/surveys/$id/versions');

/** What was published and when; each version can be looked at and taken along as a file. */
export function VersionsPage() {
  const { id } = route.useParams();
  return (
    <SurveyFrame id={id} actions={(survey) => <Actions survey={survey} />}>
      {(survey) => <Versions survey={survey} />}
    </SurveyFrame>
  );
}

function Actions({ survey }: { readonly survey: Survey }) {
  const may = useMay();
  const { id, version, state } = survey;
  const closed = state === 'open';
  const close = useMutation({
    mutationFn: () => call(closeSurvey, { params: { id }, body: { version, closed } }),
    meta: { done: closed ? m.surveys_closed_now() : m.surveys_opened_now() },
  });
  return (
    <>
      <Button onClick={() => saveFile(`${survey.code}.json`, formFile(survey.form))}>{m.surveys_export_draft()}</Button>
      {may('surveys.write') && state !== 'draft' ? (
        <Button loading={close.isPending} onClick={() => close.mutate()}>
          {closed ? m.surveys_close() : m.surveys_reopen()}
        </Button>
      ) : null}
    </>
  );
}

function Versions({ survey }: { readonly survey: Survey }) {
  const format = useFormat();
  if (survey.versions.length === 0) return <EmptyState title={m.surveys_versions_none()} words={m.surveys_versions_none_text()} />;
  return (
    <DataTable
      label={m.surveys_tab_versions()}
      columns={columnsFor(survey, format)}
      rows={survey.versions.toSorted((one, other) => other.number - one.number)}
      rowKey={({ id }) => id}
    />
  );
}

function columnsFor(survey: Survey, format: Format): Column<SurveyVersion>[] {
  const nameOf = ({ number }: SurveyVersion) => m.surveys_version_number({ n: format.number(number) });
  const download = async (version: SurveyVersion) => {
    const { form } = await queryClient.fetchQuery(versionQuery(survey.id, version.number));
    saveFile(`${survey.code}-${version.number}.json`, formFile(form));
  };
  return [
    {
      ...{ key: 'version', title: m.surveys_version(), lead: true },
      cell: (version) => (
        <Link to="/app/surveys/$id/versions/$number" params={{ id: survey.id, number: String(version.number) }}>
          {nameOf(version)}
        </Link>
      ),
    },
    { key: 'at', title: m.surveys_published_at(), cell: ({ publishedAt }) => format.dateTime(publishedAt) },
    { key: 'by', title: m.surveys_published_by(), cell: ({ publishedBy }) => publishedBy ?? '—' },
    { key: 'answers', title: m.surveys_answers(), align: 'end', cell: ({ responses }) => format.number(responses) },
    {
      ...{ key: 'actions', title: m.surveys_row_actions(), quiet: true, align: 'end' },
      cell: (version) => (
        <RowActions actions={[{ label: m.surveys_export(), of: nameOf(version), onClick: () => void download(version) }]} />
      ),
    },
  ];
}
