import type { ResultSection } from '@zhiheng/contract/surveys/result-section';
import type { Form, Measure } from '@zhiheng/forms/definition';
import { fieldsOf } from '@zhiheng/forms/fields';
import { completeSets, kanoFields, type Block } from '../sums/block.rules.ts';
import { driversSection, ecsiSection, kanoSection, structureSection } from './model-sections.rules.ts';
import { cesSection, csatSection, csiSection, gradesSection, meanSection, npsSection, sumSection } from './score-sections.rules.ts';
import { scaleOf, type Source } from './section.rules.ts';
import { ipaSection, servperfSection, servqualSection } from './service-sections.rules.ts';

type Frame = 'measure' | 'name' | 'versions' | 'clean';
type WithoutFrame<S> = S extends ResultSection ? Omit<S, Frame> : never;
export type SectionBody = WithoutFrame<ResultSection>;

/** What is found out by one measure. */
export function bodyOf(source: Source, measure: Measure): SectionBody {
  switch (measure.kind) {
    case 'csat':
      return csatSection(source, measure);
    case 'nps':
      return npsSection(source, measure);
    case 'ces':
      return cesSection(source, measure);
    case 'csi':
      return csiSection(source, measure);
    case 'mean':
      return meanSection(source, measure);
    case 'sum':
      return sumSection(source, measure);
    case 'grades':
      return gradesSection(source, measure);
    default:
      return modelBodyOf(source, measure);
  }
}

type ModelMeasure = Exclude<Measure, { kind: 'csat' | 'nps' | 'ces' | 'csi' | 'mean' | 'sum' | 'grades' }>;

function modelBodyOf(source: Source, measure: ModelMeasure): SectionBody {
  switch (measure.kind) {
    case 'servqual':
      return servqualSection(source, measure);
    case 'servperf':
      return servperfSection(source, measure);
    case 'kano':
      return kanoSection(source, measure);
    case 'ipa':
      return ipaSection(source, measure);
    case 'drivers':
      return driversSection(source, measure);
    case 'structure':
      return structureSection(source, measure);
    case 'ecsi':
      return ecsiSection(source, measure);
    default:
      return measure satisfies never;
  }
}

/** The block that a measure stands on: versions that do not count it have no part in its section. */
export function mainBlock(form: Form, measure: Measure): Block {
  if ('field' in measure) return blockOfField(form, measure.field);
  switch (measure.kind) {
    case 'mean':
      return { kind: 'mean', fields: measure.fields, least: measure.least ?? measure.fields.length };
    case 'sum':
      return { kind: 'total', fields: measure.fields, points: measure.points };
    case 'csi':
      return { kind: 'pairwise', fields: measure.fields };
    case 'kano':
      return blockOfFeature(kanoFields(form, measure.question)[0]);
    default:
      return { kind: 'complete', fields: completeSets(form, measure).at(-1) ?? [] };
  }
}

const blockOfFeature = (feature: ReturnType<typeof kanoFields>[number] | undefined): Block => ({
  kind: 'table',
  first: feature?.first ?? '',
  second: feature?.second ?? '',
  levels: 5,
});

function blockOfField(form: Form, key: string): Block {
  const field = fieldsOf(form).find((each) => each.key === key);
  if (field?.kind === 'choice') return { kind: 'answered', field: key };
  const { min, max } = scaleOf(form, key);
  return { kind: 'levels', field: key, min, max };
}
