import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { getSurvey, publishSurvey, type Survey } from '@zhiheng/contract/surveys/surveys';
import { reviewForm } from '@zhiheng/forms/review';
import { Button, Modal } from 'antd';
import { skipToken } from '@tanstack/react-query';
import { call } from '../../../../lib/call.ts';
import { useFormat } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { ProblemAlert } from '../../../../ui/problem-alert.tsx';
import { Skeleton } from '../../../../ui/states.tsx';
import { useDraft } from '../../draft/use-draft.ts';
import { versionQuery } from '../../surveys.query.ts';
import { faultWords } from '../fault-words.ts';
import { ChangeSummary } from './change-summary.tsx';
import styles from './publish.module.css';

interface Props {
  readonly survey: Survey;
  readonly onClose: () => void;
}

/** What would be published, what it changes, and what still keeps it from being so. */
export function PublishDialog({ survey, onClose }: Props) {
  const { form, store } = useDraft(survey);
  const { locale } = useFormat();
  const faults = reviewForm(form);
  const { published } = survey;
  const before = useQuery(
    published === null ? { queryKey: ['surveys', 'version', survey.id, 'none'], queryFn: skipToken } : versionQuery(survey.id, published),
  );
  const publish = useMutation({
    mutationFn: async () => {
      await store.flush();
      const { version } = await call(getSurvey, { params: { id: survey.id } });
      return call(publishSurvey, { params: { id: survey.id }, body: { version } });
    },
    meta: { showsError: true, done: m.surveys_published_now() },
  });
  if (publish.isSuccess) return <Published survey={publish.data} onClose={onClose} />;
  return (
    <Modal
      title={m.surveys_publish_title()}
      open
      onCancel={onClose}
      onOk={() => publish.mutate()}
      okText={m.surveys_publish()}
      okButtonProps={{ disabled: faults.length > 0 }}
      cancelText={m.surveys_close_dialog()}
      confirmLoading={publish.isPending}
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
        {published === null ? <p>{m.surveys_publish_first()}</p> : null}
        {published !== null && before.data === undefined ? <Skeleton rows={3} /> : null}
        {before.data === undefined ? null : <ChangeSummary older={before.data.form} newer={form} answers={before.data.responses} />}
        <ProblemAlert error={publish.error} />
      </div>
    </Modal>
  );
}

/** It is out: where to go next. */
function Published({ survey, onClose }: Props) {
  const format = useFormat();
  return (
    <Modal
      title={m.surveys_published_title({ n: format.number(survey.published ?? 1) })}
      open
      onCancel={onClose}
      footer={<Button onClick={onClose}>{m.surveys_close_dialog()}</Button>}
    >
      <p>{m.surveys_published_text()}</p>
      <p>
        <Link to="/app/surveys/$id/distribution" params={{ id: survey.id }}>
          {m.surveys_to_distribution()} →
        </Link>
      </p>
    </Modal>
  );
}
