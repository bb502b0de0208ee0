import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import styles from '../findings.module.css';
import type { Ranking } from './ranking-page.tsx';

type Ranked = Ranking['items'][number];
const grades = [1, 2, 3, 4, 5] as const;

/** How dark a place is: both high is the first to do. */
const heatOf = (importance: number, urgency: number): number => (importance + urgency >= 9 ? 3 : importance + urgency >= 7 ? 2 : 1);

/** Importance upwards, urgency to the right; each finding by its number. */
export function MatrixCard({ items }: { readonly items: readonly Ranked[] }) {
  const placed = items.filter(({ scores }) => scores.importance !== undefined && scores.urgency !== undefined);
  return (
    <Card title={m.findings_matrix()}>
      {placed.length === 0 ? <p className={styles.grey}>{m.findings_matrix_none()}</p> : null}
      <table className={styles.matrix}>
        <caption className="visually-hidden">{m.findings_matrix()}</caption>
        <thead>
          <tr>
            <th scope="col">{`${m.findings_criterion_importance()} ↑ · ${m.findings_criterion_urgency()} →`}</th>
            {grades.map((urgency) => (
              <th key={urgency} scope="col">
                {urgency}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grades.toReversed().map((importance) => (
            <tr key={importance}>
              <th scope="row">{importance}</th>
              {grades.map((urgency) => (
                <td key={urgency} data-heat={heatOf(importance, urgency)}>
                  <Cell found={placed.filter(({ scores }) => scores.importance === importance && scores.urgency === urgency)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Cell({ found }: { readonly found: readonly Ranked[] }) {
  const format = useFormat();
  return (
    <>
      {found.map(({ id, number, title }) => (
        <Link key={id} to="/app/findings/$id" params={{ id }} title={format.text(title)}>
          {number}
        </Link>
      ))}
    </>
  );
}
