import { getRouteApi } from '@tanstack/react-router';
import { useMay } from '../../identity/index.ts';
import { homeOfSurvey } from '../draft/draft-home.ts';
import { SurveyFrame } from '../survey-frame.tsx';
import { Builder } from './builder.tsx';
import { PublishButton } from './publish/publish-button.tsx';

const route = getRouteApi('/app/surveys/$id/build');

/** Where a survey is written: what it asks at the left, one part of it in the middle, how it looks at the right. */
export function BuilderPage() {
  const { id } = route.useParams();
  const may = useMay();
  const place = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <SurveyFrame id={id} actions={(survey) => (may('surveys.write') ? <PublishButton survey={survey} /> : null)}>
      {(survey) => (
        <Builder
          key={survey.id}
          home={homeOfSurvey(survey)}
          readOnly={!may('surveys.write')}
          place={place}
          onPlace={(next) => void navigate({ search: next, replace: true })}
        />
      )}
    </SurveyFrame>
  );
}
