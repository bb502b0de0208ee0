import { m } from '../../../paraglide/messages.js';
import { Choose, NumberOf } from './choose.tsx';
import { BootstrapFields, QuestionFields, useAxes, type FieldsProps } from './fields-of-kind.tsx';

/** Whose curve is compared with which others, over what, and how curves become comparable. */
export function GreyFields(props: FieldsProps) {
  const { draft, choices, onChange } = props;
  const axes = useAxes(choices.rows, true);
  return (
    <>
      <QuestionFields {...props} withOutcome />
      <Choose
        label={m.survey_analyses_over()}
        value={draft.over}
        options={[{ value: 'month', label: m.survey_analyses_over_month() }, ...axes]}
        onChange={(over) => onChange({ over })}
      />
      <Choose
        label={m.survey_analyses_normalisation()}
        value={draft.normalisation}
        options={[
          { value: 'mean', label: m.survey_analyses_by_mean() },
          { value: 'initial', label: m.survey_analyses_by_first() },
        ]}
        onChange={(normalisation) => onChange({ normalisation: normalisation ?? 'mean' })}
      />
      <NumberOf
        label={m.survey_analyses_rho()}
        range={[0.05, 1, 0.05]}
        value={draft.rho}
        onChange={(rho) => onChange({ rho: rho ?? 0.5 })}
      />
      <BootstrapFields draft={draft} onChange={onChange} />
    </>
  );
}
