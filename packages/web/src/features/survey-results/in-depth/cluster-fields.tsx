import { m } from '../../../paraglide/messages.js';
import { ChooseSeveral, NumberOf } from './choose.tsx';
import { Correction, QuestionFields, SeedField, useAxes, type FieldsProps } from './fields-of-kind.tsx';

/** By what people are grouped, into how many groups, and what the groups are compared by. */
export function ClusterFields(props: FieldsProps) {
  const { draft, choices, onChange } = props;
  const axes = useAxes(choices.rows, true);
  return (
    <>
      <QuestionFields {...props} />
      <NumberOf
        label={m.survey_analyses_clusters()}
        range={[2, 8, 1]}
        placeholder={m.survey_analyses_clusters_auto()}
        value={draft.clusters}
        onChange={(clusters) => onChange({ clusters })}
      />
      <ChooseSeveral
        label={m.survey_analyses_clusters_by()}
        value={draft.by}
        options={axes}
        onChange={(by) => onChange({ by: by.slice(0, 4) })}
      />
      <Correction draft={draft} onChange={onChange} />
      <SeedField draft={draft} onChange={onChange} />
    </>
  );
}
