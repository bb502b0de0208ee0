import { skipToken, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { publishSurvey, type Survey } from '@zhiheng/contract/surveys/surveys';
import { call } from '../../../../lib/call.ts';
import { useFormat } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { homeOfSurvey } from '../../draft/draft-home.ts';
import { versionQuery } from '../../surveys.query.ts';
import { PublishDialog } from './publish-dialog.tsx';

export function PublishSurvey({ survey, onClose }: { readonly survey: Survey; readonly onClose: () => void }) {
  const format = useFormat();
  const { id, published } = survey;
  const before = useQuery(
    published === null ? { queryKey: ['surveys', 'version', id, 'none'], queryFn: skipToken } : versionQuery(id, published),
  );
  const older = before.data === undefined ? undefined : { form: before.data.form, answers: before.data.responses };
  return (
    <PublishDialog
      home={homeOfSurvey(survey)}
      before={published === null ? null : older}
      firstWords={m.surveys_publish_first()}
      publish={(version) => call(publishSurvey, { params: { id }, body: { version } })}
      after={{ title: m.surveys_published_title({ n: format.number(published ?? 1) }), content: <Published id={id} /> }}
      onClose={onClose}
    />
  );
}

function Published({ id }: { readonly id: string }) {
  return (
    <>
      <p>{m.surveys_published_text()}</p>
      <p>
        <Link to="/app/surveys/$id/distribution" params={{ id }}>
          {m.surveys_to_distribution()} →
        </Link>
      </p>
    </>
  );
}
