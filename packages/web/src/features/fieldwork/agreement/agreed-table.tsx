import { Link } from '@tanstack/react-router';
import type { AgreedItem, AgreedMeasure } from '@zhiheng/contract/fieldwork/agreement';
import { Fragment, useId, useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { coefficientText, verdictOf } from './coefficient-words.ts';
import styles from './agreement.module.css';

type Agreed = AgreedItem | AgreedMeasure;

/** Items or measures with how far their raters agree; each opens the sessions in which they differ most. */
export function AgreedTable({ label, rows }: { readonly label: string; readonly rows: readonly Agreed[] }) {
  if (rows.length === 0) return <p className={styles.none}>{m.fieldwork_nothing_rated()}</p>;
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={label}>
      <table className={styles.table}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{m.fieldwork_part()}</th>
            <th scope="col">{m.fieldwork_agreement()}</th>
            <th scope="col">{m.fieldwork_coefficient()}</th>
            <th scope="col" className={styles.number}>
              {m.fieldwork_equal()}
            </th>
            <th scope="col" className={styles.number}>
              {m.fieldwork_n_ratings()}
            </th>
            <th scope="col">
              <span className="visually-hidden">{m.fieldwork_widest()}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { readonly row: Agreed }) {
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const widestId = useId();
  const { key, name, n, ratings, equal, widest } = row;
  // Of a measure the intraclass correlation says more than a coefficient of ranks.
  const coefficient = 'icc' in row ? row.icc : row.coefficient;
  const verdict = verdictOf(coefficient);
  return (
    <Fragment key={key}>
      <tr>
        <th scope="row">{format.text(name)}</th>
        <td>
          <StatusBadge tone={verdict.tone}>{verdict.word}</StatusBadge>
        </td>
        <td className="tabular">{coefficientText(coefficient, format)}</td>
        <td className={styles.number}>{equal === null ? '—' : format.percent(100 * equal, 0)}</td>
        <td className={styles.number}>{m.fieldwork_n_and_ratings({ n: format.number(n), ratings: format.number(ratings) })}</td>
        <td className={styles.number}>
          {widest.length === 0 ? null : (
            <button type="button" className={styles.toggle} aria-expanded={open} aria-controls={widestId} onClick={() => setOpen(!open)}>
              {m.fieldwork_widest()}
              <span className="visually-hidden">: {format.text(name)}</span>
            </button>
          )}
        </td>
      </tr>
      <tr id={widestId} hidden={!open}>
        <td colSpan={6} className={styles.widest}>
          <Widest widest={widest} />
        </td>
      </tr>
    </Fragment>
  );
}

function Widest({ widest }: Pick<Agreed, 'widest'>) {
  const format = useFormat();
  return (
    <ul>
      {widest.map(({ sessionId, number, startsAt, place, ratings }) => (
        <li key={sessionId}>
          <Link to="/app/fieldwork/sessions/$session" params={{ session: sessionId }} search={{ view: 'sheets' }}>
            {m.fieldwork_session_n({ n: String(number) })}
          </Link>{' '}
          {[format.date(startsAt), place].filter((part) => part !== '').join(' · ')}:{' '}
          {ratings.map(({ rater, value }) => `${rater} ${value}`).join(' / ')}
        </li>
      ))}
    </ul>
  );
}
