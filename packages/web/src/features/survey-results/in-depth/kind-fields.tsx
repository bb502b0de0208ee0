import type { AnalysisKind } from '@zhiheng/contract/surveys/analysis-request';
import type { ComponentType } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { textOf } from '../figure-words.ts';
import { ChainFields } from './chain-fields.tsx';
import { Choose } from './choose.tsx';
import { ClusterFields } from './cluster-fields.tsx';
import { BootstrapFields, Correction, CrossFields, MarginFields, QuestionFields, type FieldsProps } from './fields-of-kind.tsx';
import { GreyFields } from './grey-fields.tsx';
import { StructureFields } from './structure-fields.tsx';

const fieldsOf: Readonly<Record<AnalysisKind, ComponentType<FieldsProps>>> = {
  cross: CrossFields,
  clusters: ClusterFields,
  grey: GreyFields,
  chains: ChainFields,
  'non-response': MarginFields,
  paths: PathFields,
  correlations: (props) => (
    <>
      <QuestionFields {...props} />
      <Correction {...props} />
    </>
  ),
  structure: (props) => (
    <>
      <QuestionFields {...props} />
      <StructureFields {...props} />
    </>
  ),
  drivers: (props) => (
    <>
      <QuestionFields {...props} withOutcome />
      <BootstrapFields {...props} />
    </>
  ),
  reliability: (props) => (
    <>
      <QuestionFields {...props} />
      <BootstrapFields {...props} />
    </>
  ),
};

/** What a kind of analysis is asked with. */
export function KindFields(props: FieldsProps) {
  const Fields = fieldsOf[props.draft.kind];
  return <Fields {...props} />;
}

function PathFields({ draft, choices, onChange }: FieldsProps) {
  const format = useFormat();
  return (
    <>
      <Choose
        label={m.survey_analyses_model()}
        value={draft.model}
        options={choices.models.map(({ key, name }) => ({ value: key, label: textOf(name, format) }))}
        onChange={(model) => onChange({ model })}
      />
      <BootstrapFields draft={draft} onChange={onChange} />
    </>
  );
}
