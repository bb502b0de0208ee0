import { useMutation } from '@tanstack/react-query';
import type { CallInput } from '@zhiheng/contract/endpoint';
import { setHouseCells, type HouseOfQuality } from '@zhiheng/contract/feedback/needs';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { needKindWords } from '../feedback-words.ts';
import styles from './house.module.css';

interface Props {
  readonly house: HouseOfQuality;
  readonly mayWrite: boolean;
}
type Cells = NonNullable<CallInput<typeof setHouseCells>['body']>;

/** The matrix: a row for each need, a column for each feature, the weight of each at its edge. */
export function HouseTable({ house, mayWrite }: Props) {
  const format = useFormat();
  const save = useMutation({ mutationFn: (body: Cells) => call(setHouseCells, { body }) });
  const { needs, features, competitors, ownMean } = house;
  const strengths = new Map(house.relations.map(({ needId, featureId, strength }) => [`${needId} ${featureId}`, strength]));
  const set = mayWrite ? save.mutate : null;
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={m.feedback_house()}>
      <table className={styles.house}>
        <thead>
          <tr>
            <th scope="col">{m.feedback_need_name()}</th>
            <th scope="col">{m.feedback_weight()}</th>
            {features.map(({ id, name, unit }) => (
              <th key={id} scope="col" className={styles.feature}>
                {name}
                {unit === '' ? null : <small>{unit}</small>}
              </th>
            ))}
            <th scope="col">{m.feedback_own()}</th>
            {competitors.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {needs.map((need) => (
            <tr key={need.id} className={house.unserved.includes(need.id) ? styles.unserved : undefined}>
              <th scope="row">
                {need.name}
                <small>{needKindWords[need.kind]()}</small>
              </th>
              <td title={weightWords(need)}>{format.percent(100 * need.relativeWeight)}</td>
              {features.map(({ id, name }) => (
                <td key={id}>
                  <Choice
                    label={`${need.name} × ${name}`}
                    value={strengths.get(`${need.id} ${id}`) ?? 0}
                    options={[0, 1, 3, 9]}
                    onChange={
                      set === null ? null : (strength) => set({ relations: [{ needId: need.id, featureId: id, strength: strength as 0 }] })
                    }
                  />
                </td>
              ))}
              <td>{need.ownScore ?? '—'}</td>
              {competitors.map(({ id, name, scores }) => (
                <td key={id}>
                  <Choice
                    label={`${need.name} × ${name}`}
                    value={scores.find(({ needId }) => needId === need.id)?.score ?? 0}
                    options={[0, 1, 2, 3, 4, 5]}
                    onChange={set === null ? null : (score) => set({ scores: [{ needId: need.id, competitorId: id, score }] })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {m.feedback_feature_importance()}
            </th>
            {features.map(({ id, importance, relativeImportance, rank }) => (
              <td key={id} className={house.idle.includes(id) ? styles.quiet : undefined}>
                <strong>{format.percent(100 * relativeImportance, 0)}</strong>
                <small>{m.feedback_rank({ rank: format.number(rank), points: format.number(importance, 1) })}</small>
              </td>
            ))}
            <td>{ownMean === null ? '—' : format.number(ownMean, 2)}</td>
            {competitors.map(({ id, mean }) => (
              <td key={id}>{mean === null ? '—' : format.number(mean, 2)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );

  function weightWords({ importance, improvement, salesPoint, weight }: HouseOfQuality['needs'][number]): string {
    return `${importance} × ${format.number(improvement, 2)} × ${salesPoint} = ${format.number(weight, 2)}`;
  }
}

interface ChoiceProps {
  readonly label: string;
  readonly value: number;
  readonly options: readonly number[];
  /** null where nothing may be changed */
  readonly onChange: ((value: number) => void) | null;
}

/** A cell, by the browser's own list: it works by keyboard, and typing a digit chooses. */
function Choice({ label, value, options, onChange }: ChoiceProps) {
  if (onChange === null) return <>{value === 0 ? '' : value}</>;
  return (
    <select
      aria-label={label}
      className={styles.cell}
      data-strength={value}
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {option === 0 ? '·' : option}
        </option>
      ))}
    </select>
  );
}
