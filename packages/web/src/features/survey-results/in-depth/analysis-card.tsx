import { useQuery } from '@tanstack/react-query';
import type { Analysis } from '@zhiheng/contract/surveys/analyses';
import type { AnalysisResult } from '@zhiheng/contract/surveys/analysis-result';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { textOf } from '../figure-words.ts';
import styles from '../survey-results.module.css';
import { analysisQuery, isRunning } from './analyses.query.ts';
import { AnalysisActions } from './analysis-actions.tsx';
import { aboutWords, failureText, kindWords, sampleText, staleText, stateWords } from './analysis-words.ts';
import { BlockView } from './block-view.tsx';
import { blocksOf } from './blocks/blocks-of.ts';
import own from './in-depth.module.css';

interface Props {
  readonly analysisId: string;
  /** another one is to be shown; none where this one was deleted */
  readonly onOpen: (analysisId: string | undefined) => void;
}

/** One analysis: how far it is, then what came out, of which answers, and whether it still stands. */
export function AnalysisCard({ analysisId, onOpen }: Props) {
  const query = useQuery(analysisQuery(analysisId));
  return <QueryView query={query}>{(analysis) => <Shown analysis={analysis} onOpen={onOpen} />}</QueryView>;
}

function Shown({ analysis, onOpen }: { readonly analysis: Analysis; readonly onOpen: Props['onOpen'] }) {
  const format = useFormat();
  const { request } = analysis;
  const stale = staleText(analysis, format);
  return (
    <Card
      title={kindWords[request.kind]()}
      aside={analysis.sample === null ? stateWords[analysis.state]() : sampleText(analysis, format)}
      actions={<AnalysisActions analysis={analysis} onOpen={onOpen} />}
    >
      {stale === null ? null : (
        <p role="status" className={own.stale}>
          <span aria-hidden="true">▲ </span>
          {stale}
        </p>
      )}
      <p className={styles.note}>{aboutWords[request.kind]()}</p>
      <Body analysis={analysis} />
    </Card>
  );
}

function Body({ analysis }: { readonly analysis: Analysis }) {
  const { state, progress, result, failure } = analysis;
  if (isRunning(analysis)) return <ProgressBar share={progress} label={stateWords[state]()} />;
  if (state === 'failed') return <p role="alert">■ {m.survey_analyses_failed_text({ why: failureText(failure) })}</p>;
  if (result === null) return <p>{m.survey_analyses_cancelled_text()}</p>;
  return <Result result={result} />;
}

function Result({ result }: { readonly result: AnalysisResult }) {
  const format = useFormat();
  const none = noResultText(result, format);
  const hidden = 'hidden' in result ? result.hidden : [];
  return (
    <>
      {none === null ? null : <p className={styles.note}>{none}</p>}
      {blocksOf(result, format).map((block) => (
        <BlockView key={block.title} block={block} />
      ))}
      {hidden.length === 0 ? null : (
        <p className={styles.note}>
          {m.survey_analyses_hidden({
            list: format.list(
              hidden.map(({ level, n }) => m.survey_analyses_hidden_one({ name: textOf(level.name, format), n: format.number(n) })),
            ),
          })}
        </p>
      )}
    </>
  );
}

/** Why there is no result, and what would help. */
function noResultText(result: AnalysisResult, format: Format): string | null {
  if (result.kind === 'insufficient') return m.survey_results_too_few({ n: format.number(result.n), needed: format.number(result.needed) });
  if (result.kind !== 'undetermined') return null;
  const fields = format.list(result.fields.map(({ name }) => textOf(name, format)));
  return m.survey_analyses_undetermined({ n: format.number(result.n), why: reasonText(result.reason, fields) });
}

function reasonText(reason: string, fields: string): string {
  if (reason === 'not-converged') return m.survey_analyses_why_converge();
  if (reason === 'small-groups') return m.survey_analyses_why_small_groups();
  if (reason === 'no-variation') return m.survey_analyses_why_alike();
  if (reason === 'few-levels') return m.survey_analyses_why_few_levels({ over: fields });
  if (reason === 'zero-start') return m.survey_analyses_why_zero();
  if (fields === '') return '';
  return reason === 'singular' ? m.survey_analyses_why_singular({ fields }) : m.survey_analyses_why_constant({ fields });
}
