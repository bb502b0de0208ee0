import type { Measure } from '@zhiheng/forms/definition';
import { m } from '../../../../paraglide/messages.js';
import { DimensionFields } from './dimension-fields.tsx';
import { FieldField, FieldsField } from './field-fields.tsx';
import { GradesFields } from './grades-fields.tsx';
import { ModelFields } from './model-fields.tsx';
import { NamedParts } from './named-parts.tsx';
import { IndexFields, IpaFields, MeanFields, SatisfiedFields } from './simple-fields.tsx';
import { QuestionField } from './question-field.tsx';
import { SumFields } from './sum-fields.tsx';

interface Props {
  readonly measure: Measure;
  readonly onChange: (measure: Measure, touched?: string) => void;
}

/** What measures of one kind need to know. */
export function MeasureFields({ measure, onChange }: Props) {
  switch (measure.kind) {
    case 'csat':
      return <SatisfiedFields measure={measure} onChange={onChange} />;
    case 'nps':
    case 'ces':
      return <FieldField label={m.surveys_measure_field()} value={measure.field} onChange={(field) => onChange({ ...measure, field })} />;
    case 'mean':
      return <MeanFields measure={measure} onChange={onChange} />;
    case 'sum':
      return <SumFields measure={measure} onChange={onChange} />;
    case 'csi':
      return <IndexFields measure={measure} onChange={onChange} />;
    case 'grades':
      return <GradesFields measure={measure} onChange={onChange} />;
    case 'servqual':
    case 'servperf':
      return <DimensionFields measure={measure} onChange={onChange} />;
    default:
      return <StudyFields measure={measure} onChange={onChange} />;
  }
}

interface StudyProps extends Props {
  readonly measure: Extract<Measure, { kind: 'kano' | 'ipa' | 'drivers' | 'structure' | 'ecsi' }>;
}

function StudyFields({ measure, onChange }: StudyProps) {
  switch (measure.kind) {
    case 'kano':
      return <QuestionField types={['kano']} value={measure.question} onChange={(question) => onChange({ ...measure, question })} />;
    case 'ipa':
      return <IpaFields measure={measure} onChange={onChange} />;
    case 'drivers':
      return (
        <>
          <FieldField
            label={m.surveys_measure_outcome()}
            value={measure.outcome}
            onChange={(outcome) => onChange({ ...measure, outcome })}
          />
          <FieldsField label={m.surveys_measure_causes()} value={measure.fields} onChange={(fields) => onChange({ ...measure, fields })} />
        </>
      );
    case 'structure':
      return (
        <NamedParts
          kind="scale"
          of={measure.key}
          parts={measure.scales.map(({ fields, ...scale }) => ({ ...scale, members: fields }))}
          onChange={(parts, touched) =>
            onChange({ ...measure, scales: parts.map(({ members, ...scale }) => ({ ...scale, fields: members })) }, touched)
          }
        />
      );
    case 'ecsi':
      return <ModelFields measure={measure} onChange={onChange} />;
    default:
      return measure satisfies never;
  }
}
