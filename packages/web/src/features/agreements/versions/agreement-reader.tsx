import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { saveAgreementDraft } from '@zhiheng/contract/agreements/agreements';
import { Button } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FactTable } from '../../../ui/fact-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { AgreementTabs } from '../../agreement-tabs/index.ts';
import { useMay } from '../../identity/index.ts';
import { RecountNotice } from '../../recount/index.ts';
import type { AgreementWithVersions } from '../agreements.query.ts';
import { headLine } from '../head-line.ts';
import { factsOf } from '../definition-facts.ts';
import { AgreementState } from '../list/agreement-state.tsx';
import { useChoices } from '../use-names.ts';
import { VersionsCard } from './versions-card.tsx';
import styles from './versions.module.css';

interface Props {
  readonly agreement: AgreementWithVersions;
  readonly onDraft: () => void;
}

/** What is in force, in words, with the versions before it. */
export function AgreementReader({ agreement, onDraft }: Props) {
  const format = useFormat();
  const choices = useChoices();
  const { published, name } = agreement;
  return (
    <>
      <PageHeader
        title={format.text(name)}
        line={headLine(agreement, format)}
        actions={
          <>
            <AgreementState agreement={agreement} />
            <DraftButton agreement={agreement} onDraft={onDraft} />
          </>
        }
      />
      <AgreementTabs id={agreement.id} />
      <RecountNotice />
      <div className={styles.stack}>
        {published === null ? (
          <EmptyState title={m.agreements_not_published()} words={m.agreements_not_published_text()} />
        ) : (
          <Card title={m.agreements_in_force({ version: format.number(agreement.version) })}>
            <div className={styles.facts}>
              <FactTable
                label={m.agreements_in_force({ version: format.number(agreement.version) })}
                rows={factsOf(published, { format, choices }).map(({ label, value }) => [label, value])}
              />
            </div>
          </Card>
        )}
        <VersionsCard agreement={agreement} />
      </div>
      <p>
        <Link to="/app/agreements">← {m.agreements_back()}</Link>
      </p>
    </>
  );
}

/** To the draft there is, or to a new one that begins as what is in force. */
function DraftButton({ agreement: { id, revision, published, draft }, onDraft }: Props) {
  const may = useMay();
  const begin = useMutation({
    mutationFn: () => call(saveAgreementDraft, { params: { id }, body: { revision, draft: published } }),
    onSuccess: onDraft,
  });
  if (!may('agreements.define')) return null;
  if (draft !== null) return <Button onClick={onDraft}>{m.agreements_to_draft()}</Button>;
  return (
    <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate()}>
      {m.agreements_begin_draft()}
    </Button>
  );
}
