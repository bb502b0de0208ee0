import { getRouteApi, Link } from '@tanstack/react-router';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { m } from '../../../../paraglide/messages.js';
import { FileDrop } from '../../../../ui/file-drop.tsx';
import { EmptyState, ForbiddenState } from '../../../../ui/states.tsx';
import { useMay } from '../../../identity/index.ts';
import { SurveyFrame } from '../../survey-frame.tsx';
import type { ImportAnswersSearch } from '../../surveys.search.ts';
import styles from '../responses.module.css';
import { ColumnsStep } from './columns-step.tsx';
import { uploadOf } from './imports.query.ts';
import { ImportsTable } from './imports-table.tsx';
import { ImportView } from './import-view.tsx';

const route = getRouteApi('/app/surveys/$id/import');

/** Answers that were gathered elsewhere, from a file to the figures: the address knows the file and the import. */
export function ImportAnswersPage() {
  const { id } = route.useParams();
  const may = useMay();
  if (!may('surveys.write')) return <ForbiddenState />;
  return (
    <SurveyFrame id={id}>
      {(survey) =>
        survey.published === null ? <NotPublished id={id} /> : <Import key={survey.id} survey={survey} number={survey.published} />
      }
    </SurveyFrame>
  );
}

const NotPublished = ({ id }: { readonly id: string }) => (
  <EmptyState
    title={m.surveys_import_publish_before()}
    words={m.surveys_import_publish_before_text()}
    action={
      <Link to="/app/surveys/$id/build" params={{ id }}>
        {m.surveys_to_builder()}
      </Link>
    }
  />
);

function Import({ survey, number }: { readonly survey: Survey; readonly number: number }) {
  const { file, job } = route.useSearch();
  const navigate = route.useNavigate();
  const go = (search: ImportAnswersSearch) => void navigate({ search });
  if (job !== undefined) return <ImportView key={job} survey={survey} id={job} onGo={go} />;
  if (file !== undefined) return <ColumnsStep key={file} survey={survey} newest={number} fileId={file} onGo={go} />;
  return (
    <div className={styles.steps}>
      <FileDrop
        accepted={['.csv', '.tsv', '.txt']}
        hint={m.surveys_import_file_text()}
        wrongKind={m.surveys_import_wrong_kind()}
        mostMegabytes={200}
        upload={uploadOf(survey.id)}
        onUploaded={(id) => go({ file: id })}
      />
      <ImportsTable surveyId={survey.id} />
    </div>
  );
}
