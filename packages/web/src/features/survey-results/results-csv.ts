import type { Figure, FigureUnit } from '@zhiheng/contract/surveys/figure';
import type { ResultSection, ResultSectionOf } from '@zhiheng/contract/surveys/result-section';
import type { AnswerDistribution, SurveyResults } from '@zhiheng/contract/surveys/results';
import type { FormText } from '@zhiheng/forms/definition';
import type { Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { textOf } from './figure-words.ts';

type Row = readonly (string | number | null)[];

/** Every figure of the report as one table: section, what, value, limits, n. Numbers stay numbers. */
export function resultsCsv({ sections, questions }: SurveyResults, format: Format): readonly Row[] {
  const head = [
    m.survey_results_section(),
    m.survey_results_item(),
    m.survey_results_value(),
    m.survey_results_low(),
    m.survey_results_high(),
    'n',
  ];
  return [
    head,
    ...sections.flatMap((section) => sectionRows(section, format)),
    ...questions.flatMap((question) => questionRows(question, format)),
  ];
}

const row = (section: string, item: string, figure: Figure): Row => [
  section,
  item,
  ...(figure.kind === 'figure' ? [figure.value, figure.low, figure.high] : [null, null, null]),
  figure.n,
];

interface Part {
  readonly name: FormText;
  readonly figure: Figure;
}

function sectionRows(section: ResultSection, format: Format): readonly Row[] {
  const name = textOf(section.name, format);
  const whole = section.headline === null ? [] : [row(name, wordOf(section.unit), section.headline)];
  return [...whole, ...partsOf(section).map((part) => row(name, textOf(part.name, format), part.figure))];
}

const wordOf = (unit: FigureUnit | null): string => (unit === null ? '' : m.survey_results_whole());

function partsOf(section: ResultSection): readonly Part[] {
  switch (section.kind) {
    case 'servqual':
      return [...section.dimensions, ...section.items].map(({ name, gap }) => ({ name, figure: gap }));
    case 'servperf':
      return [...section.dimensions, ...section.items].map(({ name, score }) => ({ name, figure: score }));
    case 'kano':
      return section.features.flatMap(({ name, better, worse }) => [better, worse].map((figure) => ({ name, figure })));
    case 'ipa':
      return pointsOf(section);
    case 'drivers':
      return section.predictors.map(({ name, coefficient }) => ({ name, figure: coefficient }));
    case 'structure':
      return section.scales.map(({ name, alpha }) => ({ name, figure: alpha }));
    default:
      return [];
  }
}

const pointsOf = ({ stated, derived }: ResultSectionOf<'ipa'>): readonly Part[] =>
  (stated ?? derived ?? { points: [] }).points.map(({ name, performance }) => ({ name, figure: performance }));

function questionRows({ name, n, counts, means }: AnswerDistribution, format: Format): readonly Row[] {
  const own = textOf(name, format);
  return [
    ...means.map(({ name: item, mean }) => row(own, textOf(item, format), mean)),
    ...(counts ?? []).map((each): Row => [own, textOf(each.name, format), each.n, null, null, n]),
  ];
}
