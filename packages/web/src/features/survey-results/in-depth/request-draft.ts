import type { AnalysisChoices } from '@zhiheng/contract/surveys/analyses';
import type { AnalysisAxis, AnalysisKind, AnalysisRequest } from '@zhiheng/contract/surveys/analysis-request';

type Of<K extends AnalysisKind> = Extract<AnalysisRequest, { kind: K }>;

/** A part of a chain: some questions, and what they lead to. */
export interface NodeDraft {
  readonly key: string;
  readonly name: string;
  readonly fields: readonly string[];
  readonly leadsTo: readonly string[];
}

/** What a form has so far; axes by their key. */
export interface RequestDraft {
  readonly kind: AnalysisKind;
  readonly rows: string | null;
  readonly columns: readonly string[];
  readonly layer: string | null;
  readonly correction: Of<'cross'>['correction'];
  readonly fields: readonly string[];
  readonly outcome: string | null;
  readonly model: string | null;
  readonly correlation: Of<'structure'>['correlation'];
  readonly extraction: Of<'structure'>['extraction'];
  readonly rotation: Of<'structure'>['rotation'];
  readonly factors: number | null;
  readonly resamples: number;
  readonly seed: number;
  /** null: the answers decide */
  readonly clusters: number | null;
  readonly by: readonly string[];
  /** `month`, or an axis */
  readonly over: string | null;
  readonly normalisation: Of<'grey'>['normalisation'];
  readonly rho: number;
  readonly nodes: readonly NodeDraft[];
  readonly margins: readonly string[];
  /** typed parts, by axis and level */
  readonly parts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export function emptyNode(key: string, leadsTo: readonly string[]): NodeDraft {
  return { key, name: '', fields: [], leadsTo };
}

export const emptyDraft: RequestDraft = {
  ...{ kind: 'cross', rows: null, columns: [], layer: null, correction: 'holm', fields: [], outcome: null, model: null },
  ...{ correlation: 'pearson', extraction: 'components', rotation: 'varimax', factors: null, resamples: 1000, seed: 1 },
  ...{ clusters: null, by: [], over: 'month', normalisation: 'mean', rho: 0.5, nodes: [emptyNode('n1', ['n2']), emptyNode('n2', [])] },
  ...{ margins: [], parts: {} },
};

export const keyOfAxis = (axis: AnalysisAxis): string => ('dimension' in axis ? `d ${axis.dimension}` : `f ${axis.field}`);
export const isSegment = (axis: AnalysisAxis): boolean => 'dimension' in axis && axis.dimension === 'segment';

/** The request that a draft makes; null while something is missing. */
export function requestOf(draft: RequestDraft, choices: AnalysisChoices): AnalysisRequest | null {
  const { model, resamples, seed } = draft;
  switch (draft.kind) {
    case 'cross':
      return crossOf(draft, choices);
    case 'paths':
      return model === null ? null : { kind: 'paths', measure: model, scheme: 'centroid', resamples, seed };
    case 'drivers':
      return driversOf(draft);
    case 'clusters':
      return clustersOf(draft, choices);
    case 'grey':
      return greyOf(draft, choices);
    case 'chains':
      return chainsOf(draft);
    case 'non-response':
      return nonResponseOf(draft, choices);
    default:
      return draft.fields.length < fewestFields[draft.kind] ? null : ofFields(draft, draft.kind);
  }
}

const fewestFields = { correlations: 2, structure: 3, reliability: 3 } as const;

function ofFields(draft: RequestDraft, kind: keyof typeof fewestFields): AnalysisRequest {
  const { correction, correlation, extraction, rotation, factors, resamples, seed } = draft;
  const fields = [...draft.fields];
  switch (kind) {
    case 'correlations':
      return { kind, fields, correction };
    case 'structure':
      return { kind, fields, correlation, extraction, rotation, factors, seed };
    case 'reliability':
      return { kind, fields, resamples, seed };
    default:
      return kind satisfies never;
  }
}

function driversOf({ outcome, fields, resamples, seed }: RequestDraft): Of<'drivers'> | null {
  const predictors = fields.filter((field) => field !== outcome);
  return outcome === null || predictors.length === 0 ? null : { kind: 'drivers', outcome, predictors, resamples, seed };
}

function clustersOf({ fields, clusters, by, correction, seed }: RequestDraft, choices: AnalysisChoices): Of<'clusters'> | null {
  const axes = by.map((key) => axisIn(choices.rows, key)).filter((axis) => axis !== null);
  return fields.length < 2 ? null : { kind: 'clusters', fields: [...fields], clusters, by: axes, correction, seed };
}

function greyOf({ outcome, fields, over, ...draft }: RequestDraft, choices: AnalysisChoices): Of<'grey'> | null {
  const predictors = fields.filter((field) => field !== outcome);
  const along = over === 'month' ? over : axisIn(choices.rows, over);
  if (outcome === null || predictors.length < 2 || along === null) return null;
  const { normalisation, rho, resamples, seed } = draft;
  return { kind: 'grey', outcome, predictors, over: along, normalisation, rho, resamples, seed };
}

function chainsOf({ nodes, resamples, seed }: RequestDraft): Of<'chains'> | null {
  const isWhole =
    nodes.every(({ name, fields }) => name.trim() !== '' && fields.length > 0) && nodes.some(({ leadsTo }) => leadsTo.length > 0);
  const asked = nodes.map(({ fields, leadsTo, ...node }) => ({ ...node, fields: [...fields], leadsTo: [...leadsTo] }));
  return isWhole ? { kind: 'chains', nodes: asked, resamples, seed } : null;
}

const axisIn = (choices: AnalysisChoices['columns'], key: string | null): AnalysisAxis | null =>
  choices.find(({ axis }) => keyOfAxis(axis) === key)?.axis ?? null;

function crossOf({ rows, columns, layer, correction }: RequestDraft, choices: AnalysisChoices): Of<'cross'> | null {
  const own = axisIn(choices.rows, rows);
  const others = columns.map((key) => axisIn(choices.columns, key)).filter((axis) => axis !== null);
  return own === null || others.length === 0
    ? null
    : { kind: 'cross', rows: own, columns: others, layer: axisIn(choices.rows, layer), correction };
}

function nonResponseOf({ margins, parts }: RequestDraft, choices: AnalysisChoices): Of<'non-response'> | null {
  const found = margins.flatMap((key): Of<'non-response'>['margins'] => {
    const axis = axisIn(choices.rows, key);
    if (axis === null) return [];
    return [{ axis, shares: isSegment(axis) ? 'customers' : { ...parts[key] } }];
  });
  const isFilled = found.every(({ shares }) => shares === 'customers' || Object.values(shares).some((share) => share > 0));
  return found.length === 0 || !isFilled ? null : { kind: 'non-response', margins: found };
}
