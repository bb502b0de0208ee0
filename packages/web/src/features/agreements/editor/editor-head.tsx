import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { saveAgreementDraft } from '@zhiheng/contract/agreements/agreements';
import { Button } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import type { Finding } from '../agreements.query.ts';
import { headLine } from '../head-line.ts';
import { SaveStateWords } from './save-state.tsx';
import type { useDraft, WithDraft } from './use-draft.ts';

interface Props {
  readonly agreement: WithDraft;
  readonly work: ReturnType<typeof useDraft>;
  readonly findings: readonly Finding[];
  readonly onPublish: () => void;
}

export function EditorHead({ agreement, work, findings, onPublish }: Props) {
  const format = useFormat();
  const { id, published } = agreement;
  const discard = useMutation({
    mutationFn: () => call(saveAgreementDraft, { params: { id }, body: { revision: work.revision, draft: null } }),
    meta: { done: m.agreements_draft_discarded() },
  });
  const faults = findings.filter(({ severity }) => severity === 'fault').length;
  return (
    <PageHeader
      title={format.text(work.draft.name)}
      line={
        <>
          {headLine(agreement, format)} · <SaveStateWords state={work.state} onRetry={work.retry} />
        </>
      }
      actions={
        <>
          {agreement.versions.length === 0 ? null : (
            <Link to="/app/agreements/$id" params={{ id }} search={{ view: 'versions' }}>
              {m.agreements_versions()}
            </Link>
          )}
          {published === null ? null : (
            <Button loading={discard.isPending} disabled={work.state !== 'saved'} onClick={() => discard.mutate()}>
              {m.agreements_draft_discard()}
            </Button>
          )}
          <Button type="primary" disabled={faults > 0 || work.state !== 'saved'} onClick={onPublish}>
            {m.agreements_publish()}
          </Button>
        </>
      }
    />
  );
}
