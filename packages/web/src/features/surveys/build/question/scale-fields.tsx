import type { Scale } from '@zhiheng/forms/definition';
import { m } from '../../../../paraglide/messages.js';
import { CheckField } from '../check-field.tsx';
import { ChooseField } from '../choose-field.tsx';
import styles from '../fields.module.css';
import { NumberField } from '../number-field.tsx';
import { OptionalWordsField } from '../words-field.tsx';

interface Props {
  readonly of: string;
  readonly scale: Scale;
  readonly onChange: (scale: Scale, touched?: string) => void;
}

// Above it only the ends and the middle carry words.
const mostLabelled = 11;

export function ScaleFields({ of, scale, onChange }: Props) {
  const { min, max, labels, look, na } = scale;
  const limit = (part: Partial<Pick<Scale, 'min' | 'max'>>) => {
    const next = { ...scale, ...part };
    // Words of numbers that are gone would be a fault.
    onChange({
      ...next,
      labels: Object.fromEntries(Object.entries(labels).filter(([at]) => Number(at) >= next.min && Number(at) <= next.max)),
    });
  };
  return (
    <div className={styles.part} role="group" aria-label={m.surveys_scale()}>
      <h3>{m.surveys_scale()}</h3>
      <div className={styles.row}>
        <NumberField label={m.surveys_scale_min()} min={0} max={1} value={min} onChange={(next) => limit({ min: next ?? 1 })} />
        <NumberField label={m.surveys_scale_max()} min={2} max={100} value={max} onChange={(next) => limit({ max: next ?? 5 })} />
        <ChooseField
          label={m.surveys_look()}
          value={look}
          options={[
            { value: 'buttons', label: m.surveys_look_buttons() },
            { value: 'stars', label: m.surveys_look_stars() },
            { value: 'faces', label: m.surveys_look_faces() },
            { value: 'slider', label: m.surveys_look_slider() },
          ]}
          onChange={(next) => onChange({ ...scale, look: next })}
        />
        <CheckField label={m.surveys_scale_na()} checked={na} onChange={(next) => onChange({ ...scale, na: next })} />
      </div>
      <div className={styles.items}>
        {labelledValues(min, max).map((value) => (
          <OptionalWordsField
            key={value}
            label={m.surveys_scale_label({ n: String(value) })}
            name={`${of}.label.${value}`}
            text={labels[value]}
            onChange={(text, touched) => {
              const { [String(value)]: _before, ...others } = labels;
              onChange({ ...scale, labels: text === undefined ? others : { ...others, [value]: text } }, touched);
            }}
          />
        ))}
      </div>
    </div>
  );
}

function labelledValues(min: number, max: number): readonly number[] {
  if (max - min + 1 > mostLabelled) return [min, Math.round((min + max) / 2), max];
  return Array.from({ length: Math.max(0, max - min + 1) }, (_, index) => min + index);
}
