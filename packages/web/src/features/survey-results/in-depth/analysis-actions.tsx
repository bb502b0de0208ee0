import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cancelAnalysis, deleteAnalysis, repeatAnalysis, type Analysis } from '@zhiheng/contract/surveys/analyses';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { csvBlob } from '../../../lib/csv-text.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { saveFile } from '../../../lib/save-file.ts';
import { m } from '../../../paraglide/messages.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useMay } from '../../identity/index.ts';
import { isRunning } from './analyses.query.ts';
import { kindWords } from './analysis-words.ts';
import { blocksOf, csvOf } from './blocks/blocks-of.ts';

interface Props {
  readonly analysis: Analysis;
  readonly onOpen: (analysisId: string | undefined) => void;
}

/** Take it along, ask again, stop it, delete it. */
export function AnalysisActions({ analysis, onOpen }: Props) {
  const may = useMay();
  const [isDeleting, setDeleting] = useState(false);
  const params = { id: analysis.id };
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['survey-analyses'] });
  const again = useMutation({
    mutationFn: () => call(repeatAnalysis, { params }),
    onSuccess: async ({ id }) => {
      await refresh();
      onOpen(id);
    },
  });
  const cancel = useMutation({ mutationFn: () => call(cancelAnalysis, { params }), onSettled: refresh });
  const remove = useMutation({
    mutationFn: () => call(deleteAnalysis, { params }),
    onSuccess: async () => {
      onOpen(undefined);
      await refresh();
    },
  });
  return (
    <>
      <Exports analysis={analysis} />
      {may('surveys.write') ? (
        <>
          {isRunning(analysis) ? (
            <Button loading={cancel.isPending} onClick={() => cancel.mutate()}>
              {m.survey_analyses_cancel()}
            </Button>
          ) : (
            <Button loading={again.isPending} onClick={() => again.mutate()}>
              {m.survey_analyses_again()}
            </Button>
          )}
          <Button onClick={() => setDeleting(true)}>{m.survey_analyses_delete()}</Button>
          <ConfirmDialog
            title={m.survey_analyses_delete_title()}
            open={isDeleting}
            onClose={() => setDeleting(false)}
            onConfirm={() => remove.mutate()}
            confirmLabel={m.survey_analyses_delete()}
            pending={remove.isPending}
          >
            {m.survey_analyses_delete_text()}
          </ConfirmDialog>
        </>
      ) : null}
    </>
  );
}

function Exports({ analysis }: Pick<Props, 'analysis'>) {
  const format = useFormat();
  const { result } = analysis;
  if (result === null) return null;
  const name = kindWords[analysis.request.kind]();
  const json = () => new Blob([JSON.stringify(analysis, null, 2)], { type: 'application/json' });
  return (
    <>
      <Button onClick={() => saveFile(`${name}.csv`, csvBlob(csvOf(blocksOf(result, format))))}>{m.survey_analyses_csv()}</Button>
      <Button onClick={() => saveFile(`${name}.json`, json())}>{m.survey_analyses_json()}</Button>
    </>
  );
}
