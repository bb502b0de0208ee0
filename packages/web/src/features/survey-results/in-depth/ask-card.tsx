import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { startAnalysis, type AnalysisChoices } from '@zhiheng/contract/surveys/analyses';
import { analysisKinds, type AnalysisRequest } from '@zhiheng/contract/surveys/analysis-request';
import type { ResultFilters } from '@zhiheng/contract/surveys/results';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import styles from '../survey-results.module.css';
import { choicesQuery } from './analyses.query.ts';
import { aboutWords, kindWords } from './analysis-words.ts';
import { Choose } from './choose.tsx';
import type { FieldsProps } from './fields-of-kind.tsx';
import own from './in-depth.module.css';
import { KindFields } from './kind-fields.tsx';
import { emptyDraft, requestOf } from './request-draft.ts';

interface Props {
  readonly id: string;
  readonly filters: ResultFilters;
  readonly onAsked: (analysisId: string) => void;
}

/** Asks for an analysis of the answers that the filters take. */
export function AskCard({ id, filters, onAsked }: Props) {
  const query = useQuery(choicesQuery(id));
  return (
    <Card title={m.survey_analyses_new()}>
      <QueryView query={query}>{(choices) => <AskForm id={id} filters={filters} onAsked={onAsked} choices={choices} />}</QueryView>
    </Card>
  );
}

function AskForm({ id, filters, onAsked, choices }: Props & { readonly choices: AnalysisChoices }) {
  const [draft, setDraft] = useState(emptyDraft);
  const client = useQueryClient();
  const request = requestOf(draft, choices);
  const ask = useMutation({
    mutationFn: (asked: AnalysisRequest) => call(startAnalysis, { params: { id }, body: { request: asked, filters } }),
    onSuccess: async (started) => {
      await client.invalidateQueries({ queryKey: ['survey-analyses', 'of', id] });
      onAsked(started.id);
    },
  });
  const change: FieldsProps['onChange'] = (changed) => setDraft((before) => ({ ...before, ...changed }));
  return (
    <>
      <p className={styles.note}>{aboutWords[draft.kind]()}</p>
      <div className={own.form}>
        <Choose
          label={m.survey_analyses_kind()}
          value={draft.kind}
          options={analysisKinds.map((kind) => ({ value: kind, label: kindWords[kind]() }))}
          onChange={(kind) => change({ kind: kind ?? 'cross' })}
        />
        <KindFields draft={draft} choices={choices} onChange={change} />
      </div>
      <ProblemAlert error={ask.error} />
      <div className={own.buttons}>
        <Button
          type="primary"
          disabled={request === null}
          loading={ask.isPending}
          onClick={() => (request === null ? undefined : ask.mutate(request))}
        >
          {m.survey_analyses_run()}
        </Button>
        <span className={styles.note}>{request === null ? m.survey_analyses_incomplete() : m.survey_analyses_new_note()}</span>
      </div>
    </>
  );
}
