import { m } from '../../../paraglide/messages.js';
import { Choose, NumberOf } from './choose.tsx';
import type { FieldsProps } from './fields-of-kind.tsx';

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
      <NumberOf
        label={m.survey_analyses_factors()}
        range={[1, 20, 1]}
        placeholder={m.survey_analyses_factors_auto()}
        value={draft.factors}
        onChange={(factors) => onChange({ factors })}
      />
    </>
  );
}
