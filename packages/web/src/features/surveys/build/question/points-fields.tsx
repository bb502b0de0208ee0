import type { QuestionOf } from '@zhiheng/forms/definition';
import { m } from '../../../../paraglide/messages.js';
import { NumberField } from '../number-field.tsx';

interface Props {
  readonly question: QuestionOf<'points'>;
  readonly onChange: (question: QuestionOf<'points'>) => void;
}

export const PointsFields = ({ question, onChange }: Props) => (
  <NumberField
    label={m.surveys_points_total()}
    min={2}
    max={1000}
    value={question.total}
    onChange={(total) => onChange({ ...question, total: total ?? 100 })}
  />
);
