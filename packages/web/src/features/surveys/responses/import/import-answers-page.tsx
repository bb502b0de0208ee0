import { getRouteApi, Link } from '@tanstack/react-router';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { useState } from 'react';
import { m } from '../../../../paraglide/messages.js';
import { EmptyState, ForbiddenState } from '../../../../ui/states.tsx';
import { useMay } from '../../../identity/index.ts';
import { SurveyFrame } from '../../survey-frame.tsx';
import { AnswersFile } from './answers-file.tsx';
import { ColumnsStep } from './columns-step.tsx';
import type { ReadFile } from './read-file.ts';

const route = getRouteApi('/app/surveys/$id/import');

/** Answers that were gathered elsewhere, from a file to the figures: each row is checked by the form. */
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
  const [file, setFile] = useState<ReadFile | null>(null);
  if (file === null) return <AnswersFile onFile={setFile} />;
  return <ColumnsStep survey={survey} newest={number} file={file} onBack={() => setFile(null)} />;
}
