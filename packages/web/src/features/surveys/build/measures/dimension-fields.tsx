import type { MeasureOf } from '@zhiheng/forms/definition';
import { m } from '../../../../paraglide/messages.js';
import { questionOf } from '../../draft/form-edits.ts';
import { anyWords } from '../../draft/form-texts.ts';
import { useBuilder } from '../builder-context.ts';
import { NamedParts } from './named-parts.tsx';
import { QuestionField } from './question-field.tsx';

type DimensionMeasure = MeasureOf<'servqual' | 'servperf'>;
interface Props {
  readonly measure: DimensionMeasure;
  readonly onChange: (measure: DimensionMeasure, touched?: string) => void;
}

/** A question whose rows belong to dimensions. */
export function DimensionFields({ measure, onChange }: Props) {
  const { form, language } = useBuilder();
  const question = questionOf(form, measure.question);
  const rows = question !== undefined && 'rows' in question ? question.rows : [];
  const choose = (key: string) => {
    const next = questionOf(form, key);
    if (next === undefined || !('rows' in next)) return;
    // Rows of another question are in one dimension until somebody sorts them.
    const [first] = measure.dimensions;
    const dimension = { key: first?.key ?? 'dim1', name: first?.name ?? {}, rows: next.rows.map((row) => row.key) };
    onChange({ ...measure, question: key, dimensions: [dimension] });
  };
  return (
    <>
      <QuestionField types={measure.kind === 'servqual' ? ['pair'] : ['matrix']} value={measure.question} onChange={choose} />
      <NamedParts
        kind="dim"
        of={measure.key}
        parts={measure.dimensions.map(({ rows: members, ...dimension }) => ({ ...dimension, members }))}
        members={rows.map(({ key, text }) => ({ value: key, label: anyWords(text, language) || key }))}
        onChange={(parts, touched) =>
          onChange({ ...measure, dimensions: parts.map(({ members, ...dimension }) => ({ ...dimension, rows: members })) }, touched)
        }
      />
      {measure.kind === 'servqual' ? <PointsQuestion measure={measure} onChange={onChange} /> : null}
    </>
  );
}

function PointsQuestion({ measure, onChange }: { readonly measure: MeasureOf<'servqual'>; readonly onChange: Props['onChange'] }) {
  const { form } = useBuilder();
  const hasPoints = form.pages.some(({ questions }) => questions.some(({ type }) => type === 'points'));
  if (!hasPoints && measure.points === undefined) return null;
  return (
    <QuestionField
      types={['points']}
      label={m.surveys_measure_points()}
      value={measure.points ?? null}
      onChange={(points) => onChange({ ...measure, points: points === measure.points ? undefined : points })}
    />
  );
}
