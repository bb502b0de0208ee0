import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { cancelReport, deleteReport, type Report } from '@zhiheng/contract/reports/reports';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { statusOf } from '../../../lib/problem-words.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ProgressNotice } from '../../../ui/progress-notice.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { failureText, kindWords, stateWords } from '../report-words.ts';
import { isBeingMade, reportQuery } from '../reports.query.ts';
import styles from '../reports.module.css';
import { DocumentView } from './document-view.tsx';

const route = getRouteApi('/app/reports/$id');

/** One report: how far it is, its files with their hashes, and its sections with the source of each sentence. */
export function ReportPage() {
  const { id } = route.useParams();
  const query = useQuery(reportQuery(id));
  if (statusOf(query.error) === 404)
    return (
      <>
        <PageHeader title={m.reporting_title()} />
        <EmptyState title={m.reporting_gone()} action={<Link to="/app/reports">{m.reporting_back()}</Link>} />
      </>
    );
  return (
    <QueryView query={query} skeleton={<Skeleton rows={10} height={32} />}>
      {(report) => <Found report={report} />}
    </QueryView>
  );
}

function Found({ report }: { readonly report: Report }) {
  const format = useFormat();
  const { title, state, progress, failure, document } = report;
  return (
    <>
      <PageHeader title={format.text(title)} line={lineOf(report, format)} actions={<Actions report={report} />} />
      <div className={styles.stack}>
        {isBeingMade(report) ? <ProgressNotice words={m.reporting_being_made()} share={progress} label={stateWords[state]()} /> : null}
        {state === 'failed' ? (
          <p role="alert" className={styles.failure}>
            ■ {failureText(failure)}
          </p>
        ) : null}
        {state === 'cancelled' ? <p>{m.reporting_cancelled_text()}</p> : null}
        {report.files.length === 0 ? null : <FilesCard report={report} />}
        {document === null ? null : <DocumentView document={document} />}
      </div>
    </>
  );
}

function lineOf({ kind, createdAt, createdBy, finishedAt, mailed, recipients }: Report, format: Format): string {
  const mail = mailed === 'queued' ? m.reporting_mailed({ n: recipients.length }) : mailed === 'off' ? m.reporting_mail_off() : null;
  const parts = [kindWords[kind](), createdBy ?? m.reporting_by_schedule(), format.dateTime(finishedAt ?? createdAt), mail];
  return parts.filter((part) => part !== null).join(' · ');
}

function FilesCard({ report: { id, files } }: { readonly report: Report }) {
  const format = useFormat();
  return (
    <Card title={m.reporting_files()} aside={m.reporting_files_note()}>
      <ul className={styles.archive}>
        {files.map((file) => (
          <li key={file.format}>
            <a href={`/api/v1/reports/${id}/files/${file.format}`} download={file.name}>
              {file.name}
            </a>{' '}
            <span className={styles.grey}>{format.bytes(file.size)}</span>
            <span className={styles.hash}>SHA-256 {file.sha256}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Actions({ report }: { readonly report: Report }) {
  const may = useMay();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { id } = report;
  const cancel = useMutation({ mutationFn: () => call(cancelReport, { params: { id } }), meta: { done: m.reporting_cancelled() } });
  const remove = useMutation({
    mutationFn: () => call(deleteReport, { params: { id } }),
    meta: { done: m.reporting_deleted() },
    onSuccess: () => navigate({ to: '/app/reports' }),
  });
  const back = <Link to="/app/reports">{m.reporting_back()}</Link>;
  if (!may('reports.write')) return back;
  if (isBeingMade(report))
    return (
      <>
        {back}
        <Button loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {m.reporting_cancel()}
        </Button>
      </>
    );
  return (
    <>
      {back}
      <Button danger onClick={() => setAsking(true)}>
        {m.reporting_delete()}
      </Button>
      <ConfirmDialog
        title={m.reporting_delete()}
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate()}
        confirmLabel={m.reporting_delete()}
        pending={remove.isPending}
      >
        {m.reporting_delete_text()}
      </ConfirmDialog>
    </>
  );
}
