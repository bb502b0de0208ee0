import type { AnalysisChoices } from '@zhiheng/contract/surveys/analyses';
import { InputNumber, Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Labelled } from '../../../ui/labelled.tsx';
import { textOf } from '../figure-words.ts';
import { isSegment, keyOfAxis, type RequestDraft } from './request-draft.ts';
import styles from './in-depth.module.css';

export interface FieldsProps {
  readonly draft: RequestDraft;
  readonly choices: AnalysisChoices;
  readonly onChange: (changed: Partial<RequestDraft>) => void;
}

interface ChooseProps<T extends string> {
  readonly label: string;
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T | null) => void;
  readonly clearable?: boolean;
}

/** One of several. */
export function Choose<T extends string>({ label, value, options, onChange, clearable = false }: ChooseProps<T>) {
  return (
    <Labelled label={label}>
      {(id) => (
        <Select<T>
          id={id}
          aria-label={label}
          value={value as T}
          options={[...options]}
          allowClear={clearable}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          onChange={(next: T | undefined) => onChange(next ?? null)}
        />
      )}
    </Labelled>
  );
}

interface SeveralProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: readonly string[]) => void;
}

function ChooseSeveral({ label, value, options, onChange }: SeveralProps) {
  return (
    <div className={styles.wide}>
      <Labelled label={label}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            aria-label={label}
            value={[...value]}
            options={[...options]}
            maxTagCount="responsive"
            showSearch={{ optionFilterProp: 'label' }}
            style={{ width: '100%' }}
            onChange={(next: string[]) => onChange(next)}
          />
        )}
      </Labelled>
    </div>
  );
}

const useAxes = (axes: AnalysisChoices['rows']) => {
  const format = useFormat();
  return axes.map(({ axis, name }) => ({ value: keyOfAxis(axis), label: textOf(name, format) }));
};

export function CrossFields({ draft, choices, onChange }: FieldsProps) {
  const [rows, columns] = [useAxes(choices.rows), useAxes(choices.columns)];
  return (
    <>
      <Choose label={m.survey_analyses_rows()} value={draft.rows} options={rows} onChange={(next) => onChange({ rows: next })} />
      <Choose clearable label={m.survey_analyses_layer()} value={draft.layer} options={rows} onChange={(layer) => onChange({ layer })} />
      <ChooseSeveral
        label={m.survey_analyses_columns()}
        value={draft.columns}
        options={columns}
        onChange={(next) => onChange({ columns: next })}
      />
      <Correction draft={draft} onChange={onChange} />
    </>
  );
}

export function Correction({ draft, onChange }: Pick<FieldsProps, 'draft' | 'onChange'>) {
  return (
    <Choose
      label={m.survey_analyses_correction()}
      value={draft.correction}
      options={[
        { value: 'holm', label: m.survey_analyses_holm() },
        { value: 'benjamini-hochberg', label: m.survey_analyses_bh() },
      ]}
      onChange={(correction) => onChange({ correction: correction ?? 'holm' })}
    />
  );
}

/** Sets of the form fill the fields in; of an anonymous survey they are all there is. */
export function QuestionFields({ draft, choices, onChange, withOutcome = false }: FieldsProps & { readonly withOutcome?: boolean }) {
  const format = useFormat();
  const fields = choices.fields.map(({ key, name }) => ({ value: key, label: textOf(name, format) }));
  const sets = choices.sets.filter(({ outcome }) => !withOutcome || !choices.anonymous || outcome !== null);
  const chosen = sets.find((set) => set.fields.join() === draft.fields.join());
  const take = (key: string | null) => {
    const set = sets.find((each) => each.key === key);
    if (set !== undefined) onChange({ fields: set.fields, ...(set.outcome === null ? {} : { outcome: set.outcome }) });
  };
  return (
    <>
      {sets.length === 0 ? null : (
        <Choose
          label={m.survey_analyses_set()}
          value={chosen?.key ?? null}
          options={sets.map(({ key, name }) => ({ value: key, label: textOf(name, format) }))}
          onChange={take}
        />
      )}
      {withOutcome && fields.length > 0 ? (
        <Choose label={m.survey_analyses_outcome()} value={draft.outcome} options={fields} onChange={(outcome) => onChange({ outcome })} />
      ) : null}
      {fields.length === 0 ? null : (
        <ChooseSeveral
          label={withOutcome ? m.survey_analyses_predictors() : m.survey_analyses_fields()}
          value={draft.fields}
          options={fields}
          onChange={(next) => onChange({ fields: next })}
        />
      )}
    </>
  );
}

/** How often answers are drawn again, and from which seed. */
export function BootstrapFields({ draft, onChange }: Pick<FieldsProps, 'draft' | 'onChange'>) {
  return (
    <>
      <Labelled label={m.survey_analyses_resamples()}>
        {(id) => (
          <InputNumber
            id={id}
            min={100}
            max={5000}
            step={100}
            precision={0}
            value={draft.resamples}
            onChange={(next) => onChange({ resamples: next ?? 1000 })}
          />
        )}
      </Labelled>
      <Labelled label={m.survey_analyses_seed()}>
        {(id) => (
          <InputNumber
            id={id}
            min={0}
            max={2_147_483_647}
            precision={0}
            value={draft.seed}
            onChange={(next) => onChange({ seed: next ?? 1 })}
          />
        )}
      </Labelled>
    </>
  );
}

/** What the sample is brought to: segments by the customer base, everything else by parts that are typed in. */
export function MarginFields({ draft, choices, onChange }: FieldsProps) {
  const format = useFormat();
  const typed = choices.rows.filter(({ axis }) => draft.margins.includes(keyOfAxis(axis)) && !isSegment(axis));
  const axes = useAxes(choices.rows);
  const setPart = (axis: string, level: string, share: number) =>
    onChange({ parts: { ...draft.parts, [axis]: { ...draft.parts[axis], [level]: share } } });
  return (
    <>
      <ChooseSeveral
        label={m.survey_analyses_margins()}
        value={draft.margins}
        options={axes}
        onChange={(margins) => onChange({ margins: margins.slice(0, 4) })}
      />
      {draft.margins.includes('d segment') ? <p className={styles.wide}>{m.survey_analyses_customers()}</p> : null}
      {typed.map(({ axis, name, levels }) => (
        <fieldset key={keyOfAxis(axis)} className={`${styles.wide} ${styles.parts}`}>
          <legend>
            {textOf(name, format)}: {m.survey_analyses_parts()}
          </legend>
          {levels.map((level) => (
            <Labelled key={level.key} label={textOf(level.name, format)}>
              {(id) => (
                <InputNumber
                  id={id}
                  min={0}
                  value={draft.parts[keyOfAxis(axis)]?.[level.key] ?? null}
                  onChange={(next) => setPart(keyOfAxis(axis), level.key, next ?? 0)}
                />
              )}
            </Labelled>
          ))}
        </fieldset>
      ))}
    </>
  );
}
