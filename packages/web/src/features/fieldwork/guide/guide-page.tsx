import { getRouteApi } from '@tanstack/react-router';
import { getFieldStudy, saveFieldStudy, type FieldStudy } from '@zhiheng/contract/fieldwork/studies';
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { queryClient } from '../../../lib/query-client.ts';
import { m } from '../../../paraglide/messages.js';
import { Skeleton } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { LazyBuilder, type DraftHome } from '../../surveys/index.ts';
import { studyQuery } from '../fieldwork.query.ts';
import { StudyFrame } from '../study/study-frame.tsx';
import { GuideVersions } from './guide-versions.tsx';
import { PublishGuide } from './publish-guide.tsx';

const route = getRouteApi('/app/fieldwork/$id/guide');

/** Where the guide is written, with the builder of surveys. */
export function GuidePage() {
  const { id } = route.useParams();
  const place = route.useSearch();
  const navigate = route.useNavigate();
  const mayWrite = useMay()('fieldwork.write');
  return (
    <StudyFrame id={id} actions={(study) => (mayWrite ? <PublishButton study={study} /> : null)}>
      {(study) => (
        <>
          <Suspense fallback={<Skeleton rows={10} height={32} />}>
            <LazyBuilder
              key={study.id}
              home={homeOfGuide(study)}
              readOnly={!mayWrite}
              place={place}
              onPlace={(next) => void navigate({ search: next, replace: true })}
            />
          </Suspense>
          <GuideVersions study={study} />
        </>
      )}
    </StudyFrame>
  );
}

function PublishButton({ study }: { readonly study: FieldStudy }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {m.fieldwork_publish()}
      </Button>
      {open ? <PublishGuide study={study} home={homeOfGuide(study)} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

const homeOfGuide = (study: FieldStudy): DraftHome => ({
  draft: study,
  send: async (form, version) => {
    const saved = await call(saveFieldStudy, { params: { id: study.id }, body: { version, form } });
    queryClient.setQueryData(studyQuery(study.id).queryKey, saved);
    return saved;
  },
  read: () => call(getFieldStudy, { params: { id: study.id } }),
});
