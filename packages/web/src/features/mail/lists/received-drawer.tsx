import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { dismissMail, downloadReceivedMail, releaseMail, type ReceivedMail } from '@zhiheng/contract/mail/mail';
import { Button, Drawer } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FactTable } from '../../../ui/fact-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { outcomeBadges, reasonWords } from '../mail-words.ts';
import { oneReceivedQuery } from '../mail.query.ts';
import { CaseLink } from './case-link.tsx';
import styles from './received-drawer.module.css';

interface Props {
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** A mail with all that it said; one in quarantine becomes a case, or goes aside. */
export function ReceivedDrawer({ id, onClose }: Props) {
  return (
    <Drawer open={id !== undefined} onClose={onClose} destroyOnHidden size={640} title={m.mail_one_title()}>
      {id === undefined ? null : <Content id={id} onClose={onClose} />}
    </Drawer>
  );
}

function Content({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const format = useFormat();
  const query = useQuery(oneReceivedQuery(id));
  return (
    <QueryView query={query}>
      {(mail) => (
        <>
          <FactTable
            label={m.mail_one_title()}
            rows={[
              [m.mail_subject(), mail.subject || m.mail_no_subject()],
              [m.mail_sender(), mail.senderName === '' ? mail.sender || '—' : `${mail.senderName} <${mail.sender}>`],
              [m.mail_received_at(), format.dateTime(mail.at)],
              [m.mail_outcome(), <OutcomeLine key="outcome" mail={mail} />],
              [m.mail_case(), <CaseLink key="case" {...mail} />],
            ]}
          />
          {mail.text === '' ? null : (
            <pre className={styles.text} tabIndex={0} aria-label={m.mail_text()}>
              {mail.text}
            </pre>
          )}
          {mail.hasRaw ? (
            <p className={styles.raw}>
              <a href={downloadReceivedMail.path.replace(':id', mail.id)} download>
                {m.mail_download({ size: format.bytes(mail.size) })}
              </a>
            </p>
          ) : null}
          {mail.outcome === 'quarantined' ? <Choice id={mail.id} onClose={onClose} /> : null}
        </>
      )}
    </QueryView>
  );
}

function OutcomeLine({ mail }: { readonly mail: ReceivedMail }) {
  const { tone, word } = outcomeBadges[mail.outcome];
  return (
    <>
      <StatusBadge tone={tone}>{word()}</StatusBadge>
      {mail.reason === null ? null : <div className={styles.reason}>{reasonWords[mail.reason]()}</div>}
    </>
  );
}

function Choice({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const navigate = useNavigate();
  const release = useMutation({
    mutationFn: () => call(releaseMail, { params: { id }, body: {} }),
    onSuccess: ({ caseId }) => void navigate({ to: '/app/cases/$id', params: { id: caseId } }),
  });
  const dismiss = useMutation({
    mutationFn: () => call(dismissMail, { params: { id }, body: {} }),
    meta: { done: m.mail_dismissed() },
    onSuccess: onClose,
  });
  return (
    <div className={styles.choice}>
      <Button type="primary" loading={release.isPending} onClick={() => release.mutate()}>
        {m.mail_release()}
      </Button>
      <Button loading={dismiss.isPending} onClick={() => dismiss.mutate()}>
        {m.mail_dismiss()}
      </Button>
      <p className={styles.note}>{m.mail_quarantine_note()}</p>
    </div>
  );
}
