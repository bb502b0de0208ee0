import type { AnalysisChoices } from '@zhiheng/contract/surveys/analyses';
import { InputNumber } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Labelled } from '../../../ui/labelled.tsx';
import { textOf } from '../figure-words.ts';
import { Choose, ChooseSeveral, NumberOf } from './choose.tsx';
import { isSegment, keyOfAxis, type RequestDraft } from './request-draft.ts';
import styles from './in-depth.module.css';

export interface FieldsProps {
  readonly draft: RequestDraft;
  readonly choices: AnalysisChoices;
  readonly onChange: (changed: Partial<RequestDraft>) => void;
}

/** What answers can be told apart by; `parting`: only that where nobody is in several levels. */
export function useAxes(axes: AnalysisChoices['rows'], parting = false) {
  const format = useFormat();
  return axes
    .filter(({ isSeveral }) => !parting || !isSeveral)
    .map(({ axis, name }) => ({ value: keyOfAxis(axis), label: textOf(name, format) }));
}

export function CrossFields({ draft, choices, onChange }: FieldsProps) {
  const isSeveral = choices.rows.some(({ axis, isSeveral: own }) => own && keyOfAxis(axis) === draft.rows);
  const [rows, columns, layers] = [useAxes(choices.rows), useAxes(choices.columns, isSeveral), useAxes(choices.rows, true)];
  return (
    <>
      <Choose label={m.survey_analyses_rows()} value={draft.rows} options={rows} onChange={(next) => onChange({ rows: next })} />
      <Choose clearable label={m.survey_analyses_layer()} value={draft.layer} options={layers} onChange={(layer) => onChange({ layer })} />
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
      <NumberOf
        label={m.survey_analyses_resamples()}
        range={[100, 5000, 100]}
        value={draft.resamples}
        onChange={(next) => onChange({ resamples: next ?? 1000 })}
      />
      <SeedField draft={draft} onChange={onChange} />
    </>
  );
}

export function SeedField({ draft, onChange }: Pick<FieldsProps, 'draft' | 'onChange'>) {
  const change = (next: number | null) => onChange({ seed: next ?? 1 });
  return <NumberOf label={m.survey_analyses_seed()} range={[0, 2_147_483_647, 1]} value={draft.seed} onChange={change} />;
}

/** What the sample is brought to: segments by the customer base, everything else by parts that are typed in. */
export function MarginFields({ draft, choices, onChange }: FieldsProps) {
  const format = useFormat();
  const typed = choices.rows.filter(({ axis }) => draft.margins.includes(keyOfAxis(axis)) && !isSegment(axis));
  const axes = useAxes(choices.rows, true);
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
