import { useMutation } from '@tanstack/react-query';
import type { Form } from '@zhiheng/forms/definition';
import { reviewForm } from '@zhiheng/forms/review';
import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useFormat } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { ProblemAlert } from '../../../../ui/problem-alert.tsx';
import { Skeleton } from '../../../../ui/states.tsx';
import type { DraftHome } from '../../draft/draft-home.ts';
import { useDraft } from '../../draft/use-draft.ts';
import { faultWords } from '../fault-words.ts';
import { ChangeSummary } from './change-summary.tsx';
import styles from './publish.module.css';

interface Props {
  readonly home: DraftHome;
  /** the newest published form and how many answers it has; undefined while it is on its way, null: none was published */
  readonly before: { readonly form: Form; readonly answers: number } | null | undefined;
  /** said where none was published */
  readonly firstWords: string;
  readonly publish: (version: number) => Promise<unknown>;
  /** it is out: what that means and where to go next */
  readonly after: { readonly title: string; readonly content: ReactNode };
  readonly onClose: () => void;
}

/** What would be published, what it changes, and what still keeps it from being so. */
export function PublishDialog({ home, before, firstWords, publish, after, onClose }: Props) {
  const { form, store } = useDraft(home);
  const { locale } = useFormat();
  const faults = reviewForm(form);
  const publishing = useMutation({
    mutationFn: async () => {
      await store.flush();
      const { version } = await home.read();
      return publish(version);
    },
    meta: { showsError: true, done: m.surveys_published_now() },
  });
  if (publishing.isSuccess)
    return (
      <Modal title={after.title} open onCancel={onClose} footer={<Button onClick={onClose}>{m.surveys_close_dialog()}</Button>}>
        {after.content}
      </Modal>
    );
  return (
    <Modal
      title={m.surveys_publish_title()}
      open
      onCancel={onClose}
      onOk={() => publishing.mutate()}
      okText={m.surveys_publish()}
      okButtonProps={{ disabled: faults.length > 0 }}
      cancelText={m.surveys_close_dialog()}
      confirmLoading={publishing.isPending}
      width={560}
    >
      <div className={styles.content}>
        {faults.length === 0 ? null : (
          <div className={styles.faults} role="alert">
            <p>■ {m.surveys_faults_some({ n: String(faults.length) })}</p>
            <ul>
              {faults.slice(0, 8).map((fault) => (
                <li key={`${fault.path} ${fault.code}`}>{faultWords(form, fault, locale)}</li>
              ))}
            </ul>
          </div>
        )}
        <Changes before={before} form={form} firstWords={firstWords} />
        <ProblemAlert error={publishing.error} />
      </div>
    </Modal>
  );
}

function Changes({ before, form, firstWords }: Pick<Props, 'before' | 'firstWords'> & { readonly form: Form }) {
  if (before === null) return <p>{firstWords}</p>;
  if (before === undefined) return <Skeleton rows={3} />;
  return <ChangeSummary older={before.form} newer={form} answers={before.answers} />;
}
