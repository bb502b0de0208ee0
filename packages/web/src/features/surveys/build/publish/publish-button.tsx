import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { m } from '../../../../paraglide/messages.js';

const PublishSurvey = lazy(() => import('./publish-survey.tsx').then((module) => ({ default: module.PublishSurvey })));

export function PublishButton({ survey }: { readonly survey: Survey }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {m.surveys_publish()}
      </Button>
      {open ? (
        <Suspense>
          <PublishSurvey survey={survey} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
