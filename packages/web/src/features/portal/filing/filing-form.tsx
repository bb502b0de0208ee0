import { fileCase } from '@zhiheng/contract/cases/portal';
import { useState, type FormEvent } from 'react';
import { call } from '../../../lib/call.ts';
import { fieldProblems } from '../../../lib/problem-words.ts';
import { useTask } from '../../../lib/use-task.ts';
import { m } from '../../../paraglide/messages.js';
import { DoorButton } from '../../../ui/door/door-button.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { FileChoice } from '../file-choice.tsx';
import styles from '../portal.module.css';
import { sendMessage } from '../send-message.ts';
import { ConsentField } from './consent-field.tsx';
import { ContactFields } from './contact-fields.tsx';
import { bodyOf, emptyDraft, missingIn, type FilingDraft } from './filing-draft.ts';
import type { Portal } from './filing-page.tsx';
import { MatterFields } from './matter-fields.tsx';
import { Suggestions } from './suggestions.tsx';
import { useSuggestions } from './use-suggestions.ts';

interface Props {
  readonly code: string;
  readonly portal: Portal;
  readonly onSolved: () => void;
}

export function FilingForm({ code, portal, onSolved }: Props) {
  const [draft, setDraft] = useState(() => emptyDraft(portal));
  const [files, setFiles] = useState<readonly File[]>([]);
  const [tried, setTried] = useState(false);
  const filing = useFiling(code);
  const suggested = useSuggestions(code, portal.suggests ? draft : null);
  const missing = missingIn(portal, draft);
  const wrong = tried && missing.size > 0 ? missing : fieldProblems(filing.error);
  const change = (some: Partial<FilingDraft>) => setDraft((now) => ({ ...now, ...some }));
  const fields = { portal, draft, wrong, onChange: change };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (missing.size > 0) return focusFirst(event.currentTarget);
    filing.send(bodyOf(portal, draft, suggested.offerId), files);
  };
  return (
    <form className={styles.stack} onSubmit={submit} noValidate>
      <div className={styles.card}>
        <MatterFields {...fields} />
        <Suggestions code={code} suggested={suggested} onSolved={onSolved} />
      </div>
      <div className={styles.card}>
        <ContactFields {...fields} />
      </div>
      <div className={styles.card}>
        <FileChoice files={files} onChange={setFiles} />
      </div>
      <ConsentField {...fields} />
      {missing.size > 0 ? null : <ProblemAlert error={filing.error} />}
      <DoorButton pending={filing.pending}>{filing.words}</DoorButton>
    </form>
  );
}

/** The first field that needs attention, once React has marked it. */
function focusFirst(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

type Body = ReturnType<typeof bodyOf>;

/** Files the case, then its files by the new private link, and goes there. */
function useFiling(code: string) {
  const task = useTask();
  const [words, setWords] = useState<string | null>(null);
  const send = (body: Body, files: readonly File[]) => {
    if (task.pending) return;
    task.run(async () => {
      setWords(m.portal_submitting());
      const { token } = await call(fileCase, { params: { code }, body });
      const onFile = (n: number) => setWords(m.portal_uploading({ n, total: files.length }));
      // The case is there: when a file does not come through, it can be sent again from its page.
      if (files.length > 0) await sendMessage({ token, body: '', files, onFile }).catch(() => undefined);
      globalThis.location.assign(`/p/c/${token}#new`);
    });
  };
  return { send, error: task.error, pending: task.pending, words: task.pending && words !== null ? words : m.portal_submit() };
}
