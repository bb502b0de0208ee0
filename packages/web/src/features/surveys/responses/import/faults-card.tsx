import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ResponseFault, ResponseImport } from '@zhiheng/contract/surveys/response-imports';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { fieldName, fieldsOf } from '@zhiheng/forms/fields';
import { useFormat } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { Card } from '../../../../ui/card.tsx';
import { DataTable, type Column } from '../../../../ui/data-table.tsx';
import { MoreButton } from '../../../../ui/more-button.tsx';
import { QueryView } from '../../../../ui/query-view.tsx';
import { versionQuery } from '../../surveys.query.ts';
import { faultsQuery } from './imports.query.ts';

/** Which lines were refused and why; all of them come as a file. */
export function FaultsCard({ survey, job }: { readonly survey: Survey; readonly job: ResponseImport }) {
  return job.counts.faults === 0 ? null : <Faults survey={survey} job={job} />;
}

function Faults({ survey, job }: { readonly survey: Survey; readonly job: ResponseImport }) {
  const { locale } = useFormat();
  const version = useQuery(versionQuery(survey.id, job.versionNumber));
  const query = useInfiniteQuery(faultsQuery(job.id));
  const form = version.data?.form;
  const names = new Map(form === undefined ? [] : fieldsOf(form).map((field) => [field.key, fieldName(form, field, locale)]));
  const download = (
    <a href={`/api/v1/survey-response-imports/${job.id}/faults.csv?locale=${locale}`} download>
      {m.surveys_import_faults_file()}
    </a>
  );
  return (
    <Card title={m.surveys_import_refused()} actions={download}>
      <QueryView query={query}>
        {({ pages }) => (
          <DataTable
            label={m.surveys_import_refused()}
            rows={pages.flatMap((page) => page.items)}
            rowKey={({ line, field, code }) => `${line} ${field} ${code}`}
            columns={columnsOf((key) => names.get(key) ?? key)}
          />
        )}
      </QueryView>
      <MoreButton query={query} />
    </Card>
  );
}

const columnsOf = (nameOf: (key: string) => string): Column<ResponseFault>[] => [
  { key: 'line', title: m.surveys_import_line(), width: '12%', cell: ({ line }) => line },
  { key: 'field', title: m.surveys_measure_field(), width: '40%', cell: ({ field }) => nameOf(field) },
  { key: 'why', title: m.surveys_import_why(), cell: ({ code }) => m.surveys_answer_fault({ code }) },
];
