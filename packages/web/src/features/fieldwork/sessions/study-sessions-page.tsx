import { getRouteApi } from '@tanstack/react-router';
import type { FieldStudy } from '@zhiheng/contract/fieldwork/studies';
import { Button } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { useMay } from '../../identity/index.ts';
import type { SessionsSearch } from '../fieldwork.search.ts';
import { StudyFrame } from '../study/study-frame.tsx';
import { SessionDialog } from './session-dialog.tsx';
import { SessionsView } from './sessions-view.tsx';

const route = getRouteApi('/app/fieldwork/$id/sessions');

/** The sessions of one study, as a list or a calendar. */
export function StudySessionsPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const change = (part: SessionsSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const mayAdd = (study: FieldStudy) => may('fieldwork.write') && study.state !== 'closed';
  const add = (study: FieldStudy) =>
    mayAdd(study) ? (
      <Button type="primary" onClick={() => change({ edit: 'new' })}>
        {m.fieldwork_session_new()}
      </Button>
    ) : null;
  return (
    <StudyFrame id={id} actions={add}>
      {(study) => (
        <>
          <SessionsView studyId={id} search={search} onChange={change} />
          {search.edit === 'new' && mayAdd(study) ? (
            <SessionDialog study={study} session={undefined} onClose={() => change({ edit: undefined })} />
          ) : null}
        </>
      )}
    </StudyFrame>
  );
}
