import { InputNumber } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { Labelled } from '../../../ui/labelled.tsx';
import { Choose, type FieldsProps } from './fields-of-kind.tsx';

/** How factors are looked for. */
export function StructureFields({ draft, onChange }: Pick<FieldsProps, 'draft' | 'onChange'>) {
  return (
    <>
      <Choose
        label={m.survey_analyses_correlation()}
        value={draft.correlation}
        options={[
          { value: 'pearson', label: m.survey_analyses_pearson() },
          { value: 'polychoric', label: m.survey_analyses_polychoric() },
        ]}
        onChange={(correlation) => onChange({ correlation: correlation ?? 'pearson' })}
      />
      <Choose
        label={m.survey_analyses_extraction()}
        value={draft.extraction}
        options={[
          { value: 'components', label: m.survey_analyses_components() },
          { value: 'minimum-residual', label: m.survey_analyses_minres() },
          { value: 'principal-axis', label: m.survey_analyses_paf() },
          { value: 'maximum-likelihood', label: m.survey_analyses_ml() },
        ]}
        onChange={(extraction) => onChange({ extraction: extraction ?? 'components' })}
      />
      <Choose
        label={m.survey_analyses_rotation()}
        value={draft.rotation}
        options={[
          { value: 'varimax', label: 'Varimax' },
          { value: 'promax', label: 'Promax' },
          { value: 'oblimin', label: 'Oblimin' },
          { value: 'none', label: m.survey_analyses_none() },
        ]}
        onChange={(rotation) => onChange({ rotation: rotation ?? 'varimax' })}
      />
      <Labelled label={m.survey_analyses_factors()}>
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            max={20}
            precision={0}
            placeholder={m.survey_analyses_factors_auto()}
            style={{ width: '100%' }}
            value={draft.factors}
            onChange={(factors) => onChange({ factors })}
          />
        )}
      </Labelled>
    </>
  );
}
