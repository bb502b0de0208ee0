import type { AnalysisRow, AnalysisState } from '@zhiheng/contract/surveys/analyses';
import type { AnalysisKind } from '@zhiheng/contract/surveys/analysis-request';
import type { Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';

export const kindWords: Readonly<Record<AnalysisKind, () => string>> = {
  cross: m.survey_analyses_kind_cross,
  chains: m.survey_analyses_kind_chains,
  grey: m.survey_analyses_kind_grey,
  clusters: m.survey_analyses_kind_clusters,
  correlations: m.survey_analyses_kind_correlations,
  paths: m.survey_analyses_kind_paths,
  structure: m.survey_analyses_kind_structure,
  drivers: m.survey_analyses_kind_drivers,
  reliability: m.survey_analyses_kind_reliability,
  'non-response': m.survey_analyses_kind_non_response,
};

/** What a kind answers, in a sentence. */
export const aboutWords: Readonly<Record<AnalysisKind, () => string>> = {
  cross: m.survey_analyses_about_cross,
  chains: m.survey_analyses_about_chains,
  grey: m.survey_analyses_about_grey,
  clusters: m.survey_analyses_about_clusters,
  correlations: m.survey_analyses_about_correlations,
  paths: m.survey_analyses_about_paths,
  structure: m.survey_analyses_about_structure,
  drivers: m.survey_analyses_about_drivers,
  reliability: m.survey_analyses_about_reliability,
  'non-response': m.survey_analyses_about_non_response,
};

export const stateWords: Readonly<Record<AnalysisState, () => string>> = {
  queued: m.survey_analyses_state_queued,
  running: m.survey_analyses_state_running,
  done: m.survey_analyses_state_done,
  failed: m.survey_analyses_state_failed,
  cancelled: m.survey_analyses_state_cancelled,
};

/** How an analysis that is over but has no result came to its end. */
export function failureText(failure: string | null): string {
  if (failure === 'interrupted') return m.survey_analyses_interrupted();
  return failure === 'too_many_answers' ? m.survey_analyses_too_many() : m.survey_analyses_fault();
}

/** That answers came, went or were judged otherwise since; null while the result stands. */
export function staleText({ stale, since }: Pick<AnalysisRow, 'stale' | 'since'>, format: Format): string | null {
  if (!stale) return null;
  return since !== null && since > 0 ? m.survey_analyses_stale({ n: format.number(since) }) : m.survey_analyses_stale_changed();
}

/** n, moment, and which answers were asked for. */
export function sampleText({ sample, filters }: Pick<AnalysisRow, 'sample' | 'filters'>, format: Format): string {
  if (sample === null) return '—';
  const { quality, ...places } = filters;
  const parts = [
    quality === 'clean' ? m.survey_analyses_sample_clean() : m.survey_analyses_sample_all(),
    ...(Object.values(places).some((value) => value !== undefined) ? [m.survey_analyses_sample_filtered()] : []),
  ];
  return m.survey_analyses_sample({ n: format.number(sample.n), time: format.dateTime(sample.asOf), by: format.list(parts) });
}
