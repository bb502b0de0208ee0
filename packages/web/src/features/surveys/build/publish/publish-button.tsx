import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { m } from '../../../../paraglide/messages.js';

const PublishDialog = lazy(() => import('./publish-dialog.tsx').then((module) => ({ default: module.PublishDialog })));

export function PublishButton({ survey }: { readonly survey: Survey }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {m.surveys_publish()}
      </Button>
      {open ? (
        <Suspense>
          <PublishDialog survey={survey} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
