import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { renewLink, type Distribution } from '@zhiheng/contract/surveys/distributions';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';
import buttons from '../../../ui/link-button.module.css';
import { useMay } from '../../identity/index.ts';
import styles from './distribute.module.css';

interface Props {
  readonly survey: Survey;
  readonly way: Distribution;
}

/** What is handed out: an address with its picture, lines for a web page, or the page of the interviewer. */
export function WayLink({ survey, way }: Props) {
  const format = useFormat();
  const { url, kind } = way;
  if (kind === 'telephone')
    return (
      <div>
        <Link to="/app/surveys/$id/telephone" params={{ id: survey.id }} search={{ way: way.id }} className={buttons.primary}>
          {m.surveys_to_telephone()}
        </Link>
      </div>
    );
  if (url === null) return null;
  if (kind === 'snippet')
    return <Copied label={m.surveys_snippet_code()} help={m.surveys_snippet_help()} value={`<script src="${url}.js" async></script>`} />;
  return (
    <div className={styles.link}>
      <QrCode value={url} title={format.text(survey.name)} />
      <div>
        <Copied label={m.surveys_link()} help={kind === 'kiosk' ? m.surveys_kiosk_help() : m.surveys_link_help()} value={url} />
        <div className={styles.actions}>
          <a href={url} target="_blank" rel="noreferrer" className={buttons.plain}>
            {m.surveys_link_open()}
          </a>
          <Renew way={way} />
        </div>
      </div>
    </div>
  );
}

interface CopiedProps {
  readonly label: string;
  readonly help: string;
  readonly value: string;
}

function Copied({ label, help, value }: CopiedProps) {
  const copy = () => {
    // The clipboard is only open to pages under https or on this machine; else the field is there to copy from.
    const written = navigator.clipboard?.writeText(value) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => showToast({ tone: 'good', words: m.shell_copied() }),
      () => showToast({ tone: 'bad', words: m.surveys_copy_by_hand() }),
    );
  };
  return (
    <div className={styles.copied}>
      <Input.TextArea readOnly autoSize aria-label={label} value={value} onFocus={(event) => event.currentTarget.select()} />
      <Button onClick={copy} aria-label={`${m.shell_copy()}: ${label}`}>
        {m.shell_copy()}
      </Button>
      <p className={styles.quiet}>{help}</p>
    </div>
  );
}

/** Whatever was printed with the old address leads nowhere: asked first. */
function Renew({ way }: { readonly way: Distribution }) {
  const [asking, setAsking] = useState(false);
  const distributes = useMay()('surveys.distribute');
  const renew = useMutation({
    mutationFn: () => call(renewLink, { params: { id: way.id } }),
    meta: { done: m.surveys_link_renewed() },
    onSettled: () => setAsking(false),
  });
  if (!distributes) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{m.surveys_link_renew()}</Button>
      <ConfirmDialog
        title={m.surveys_link_renew()}
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => renew.mutate()}
        confirmLabel={m.surveys_link_renew()}
        pending={renew.isPending}
      >
        {m.surveys_link_renew_confirm()}
      </ConfirmDialog>
    </>
  );
}
