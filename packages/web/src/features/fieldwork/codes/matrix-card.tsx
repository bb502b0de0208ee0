import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CodeMatrix } from '@zhiheng/contract/fieldwork/codes';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { QueryView } from '../../../ui/query-view.tsx';
import { matrixQuery } from '../fieldwork.query.ts';
import { orderedCodes } from './code-tree.rules.ts';
import styles from './codes.module.css';

interface Props {
  readonly studyId: string;
  readonly onCell: (codeId: string, sessionId: string) => void;
}

/** In how many quotes of each session a code was found; a cell leads to them. */
export function MatrixCard({ studyId, onCell }: Props) {
  const query = useQuery(matrixQuery(studyId));
  return (
    <QueryView
      query={query}
      isEmpty={({ codes, sessions }) => codes.length === 0 || sessions.length === 0}
      empty={{ title: m.fieldwork_matrix_none(), words: m.fieldwork_quotes_none_text() }}
    >
      {(matrix) => <Matrix matrix={matrix} onCell={onCell} />}
    </QueryView>
  );
}

function Matrix({ matrix, onCell }: { readonly matrix: CodeMatrix; readonly onCell: Props['onCell'] }) {
  const format = useFormat();
  const { sessions, cells } = matrix;
  // Codes come in the order of the book.
  const codes = orderedCodes(matrix.codes.map((code, position) => ({ ...code, position })));
  const counts = new Map(cells.map(({ codeId, sessionId, quotes }) => [`${codeId} ${sessionId}`, quotes]));
  const most = Math.max(1, ...counts.values());
  const sumOf = (codeId: string) => cells.filter((cell) => cell.codeId === codeId).reduce((sum, { quotes }) => sum + quotes, 0);
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={m.fieldwork_matrix()}>
      <table className={styles.matrix}>
        <caption className="visually-hidden">{m.fieldwork_matrix()}</caption>
        <thead>
          <tr>
            <th scope="col">{m.fieldwork_code()}</th>
            {sessions.map(({ id, number, startsAt, siteName }) => (
              <th key={id} scope="col" title={[format.date(startsAt), siteName === null ? '' : format.text(siteName)].join(' ').trim()}>
                <Link to="/app/fieldwork/sessions/$session" params={{ session: id }} search={{ view: 'notes' }}>
                  #{number}
                </Link>
              </th>
            ))}
            <th scope="col">{m.fieldwork_sum()}</th>
          </tr>
        </thead>
        <tbody>
          {codes.map((code) => (
            <tr key={code.id}>
              <th scope="row" className={code.parentId === null ? undefined : styles.under}>
                {format.text(code.name)}
              </th>
              {sessions.map(({ id, number }) => {
                const quotes = counts.get(`${code.id} ${id}`) ?? 0;
                const label = m.fieldwork_matrix_cell({ code: format.text(code.name), session: String(number), n: format.number(quotes) });
                return (
                  <td key={id}>
                    {quotes === 0 ? (
                      <span className={styles.zero}>·</span>
                    ) : (
                      <button
                        type="button"
                        className={styles.cell}
                        style={{ background: `color-mix(in srgb, var(--chart-data) ${Math.round((40 * quotes) / most)}%, var(--card))` }}
                        aria-label={label}
                        onClick={() => onCell(code.id, id)}
                      >
                        {format.number(quotes)}
                      </button>
                    )}
                  </td>
                );
              })}
              <td className="tabular">{format.number(sumOf(code.id))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
