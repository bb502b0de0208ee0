import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDelayed } from '../../../lib/use-delayed.ts';
import { AgreementTabs } from '../../agreement-tabs/index.ts';
import { RecountNotice } from '../../recount/index.ts';
import { previewQuery, type PreviewQuestion } from '../agreements.query.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { DraftCards } from './draft-cards.tsx';
import { EditorHead } from './editor-head.tsx';
import { PreviewCard } from './preview-card.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { useDraft, type WithDraft } from './use-draft.ts';
import styles from './editor.module.css';

type Example = PreviewQuestion['example'];

/** A draft and, beside it, what it would promise. */
export function AgreementEditor({ agreement }: { readonly agreement: WithDraft }) {
  const work = useDraft(agreement);
  const { definition } = work.draft;
  const [example, setExample] = useState<Example>({ fields: { priority: 'p3', type: 'incident' } });
  const [publishing, setPublishing] = useState(false);
  const preview = useQuery(previewQuery(useDelayed({ agreementId: agreement.id, kind: agreement.kind, definition, example }, 300)));
  const findings = preview.data?.findings ?? [];
  return (
    <>
      <EditorHead agreement={agreement} work={work} findings={findings} onPublish={() => setPublishing(true)} />
      <AgreementTabs id={agreement.id} />
      <RecountNotice />
      <div className={styles.columns}>
        <DraftCards name={work.draft.name} definition={definition} findings={findings} onName={work.rename} onChange={work.change} />
        <div className={styles.side}>
          <PreviewCard query={preview} example={example} onExample={setExample} />
        </div>
      </div>
      {work.state === 'overtaken' ? (
        <ConflictDialog
          id={agreement.id}
          mine={definition}
          onTheirs={work.takeTheirs}
          onMine={work.keepMine}
          onGone={() => globalThis.location.reload()}
        />
      ) : null}
      {publishing ? (
        <PublishDialog agreement={agreement} revision={work.revision} definition={definition} onClose={() => setPublishing(false)} />
      ) : null}
    </>
  );
}
