import { useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { RuleCard } from './rule-card.tsx';
import { moveRule, type DraftRule } from './rules-draft.ts';
import look from '../../../ui/rule-list.module.css';
import styles from './rules.module.css';

interface Props {
  readonly rules: readonly DraftRule[];
  /** how many customers each segment would have */
  readonly counts: ReadonlyMap<string, number>;
  /** null for those who only read */
  readonly onChange: ((rules: readonly DraftRule[]) => void) | null;
}

/** The order is changed by dragging, or by the buttons of each rule. */
export function RuleList({ rules, counts, onChange }: Props) {
  const format = useFormat();
  const [dragged, setDragged] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const move = (from: number, to: number) => {
    const moved = moveRule(rules, from, to);
    const rule = rules[from];
    if (moved === rules || rule === undefined) return;
    onChange?.(moved);
    setSaid(m.customers_rules_moved({ name: format.text(rule.name), place: to + 1 }));
  };
  return (
    <>
      <ol className={look.list} aria-label={m.customers_rules_label()}>
        {rules.map((rule, place) => (
          <li
            key={rule.segmentId}
            className={dragged === place ? `${look.rule} ${styles.dragged}` : look.rule}
            onDragOver={(event) => {
              if (dragged !== null) event.preventDefault();
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) move(dragged, place);
              setDragged(null);
            }}
          >
            <RuleCard
              rule={rule}
              place={place}
              last={place === rules.length - 1}
              next={counts.get(rule.segmentId)}
              onChange={onChange === null ? null : (changed) => onChange(rules.with(place, changed))}
              onMove={(by) => move(place, place + by)}
              onDrag={(starts) => setDragged(starts ? place : null)}
            />
          </li>
        ))}
      </ol>
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </>
  );
}
