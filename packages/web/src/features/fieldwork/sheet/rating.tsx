import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FieldSession } from '@zhiheng/contract/fieldwork/sessions';
import type { FieldSheets } from '@zhiheng/contract/fieldwork/sheets';
import type { Run } from '@zhiheng/contract/surveys/runs';
import type { Form } from '@zhiheng/forms/definition';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { mountRunner } from '../../../runner/index.ts';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useMe } from '../../identity/index.ts';
import { saveTones, saveWords } from '../../../ui/save-words.ts';
import styles from './sheet.module.css';
import { useOwnSheet } from './use-own-sheet.ts';

interface Props {
  readonly session: FieldSession;
  readonly sheets: FieldSheets;
  readonly form: Form;
}

/** The guide as a form: the very runner of surveys, saved while it is written. */
export function Rating({ session, sheets, form }: Props) {
  const { organisation } = useMe();
  const { zone, locale } = useFormat();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const root = useRef<HTMLDivElement>(null);
  // What was read when the page was opened: later answers of the server are this page's own.
  const [first] = useState(sheets);
  const { save, keeper, transport, retry } = useOwnSheet({ sessionId: session.id, form, sheets: first });
  const [run] = useState<Run>(() => ({
    ...{ state: { kind: 'open' }, organisation: organisation.name, timeZone: zone, surveyName: session.studyName, versionId: session.id },
    ...{ form, given: first.given, anonymous: false, mode: 'telephone', invited: false, language: null, resetSeconds: 60, saved: null },
  }));
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const language = run.form.languages.includes(locale) ? { language: locale } : {};
    const ended = () => {
      showToast({ tone: 'good', words: m.fieldwork_sheet_submitted_now() });
      void queries.invalidateQueries();
      void navigate({ to: '/app/fieldwork/sessions/$session', params: { session: run.versionId }, search: { view: 'sheets' } });
    };
    const runner = mountRunner(element, { run, transport, keeper, ...language, onEnded: ended });
    return () => runner.unmount();
  }, [run, transport, keeper, locale, queries, navigate]);
  return (
    <div className={styles.sheet}>
      <p className={styles.bar} role="status">
        <StatusBadge tone={saveTones[save.kind]}>{saveWords(save)}</StatusBadge>
        {save.kind === 'failed' ? (
          <Button size="small" onClick={retry}>
            {m.surveys_build_try_save()}
          </Button>
        ) : null}
      </p>
      {first.own?.state === 'reopened' ? (
        <p className={styles.hint}>▲ {m.fieldwork_reopened_for({ reason: first.own.reopenedFor })}</p>
      ) : null}
      {session.raters.length > 1 ? <p className={styles.blind}>{m.fieldwork_blind()}</p> : null}
      <div ref={root} className={styles.runner} />
    </div>
  );
}
