import type { FieldSheet } from '@zhiheng/contract/fieldwork/sheets';
import type { Form } from '@zhiheng/forms/definition';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { answerLines } from '../../surveys/index.ts';
import styles from './sheet.module.css';

interface Props {
  readonly form: Form;
  readonly given: Readonly<Record<string, string>>;
  readonly sheets: readonly FieldSheet[];
}

/** What the raters said, question by question; where they differ it is marked. */
export function SheetAnswers({ form, given, sheets }: Props) {
  const { locale } = useFormat();
  const columns = sheets.map(
    ({ answers }) => new Map(answerLines(form, { answers, given: { ...given } }, locale).map((line) => [line.key, line])),
  );
  const keys = [...new Set(columns.flatMap((lines) => [...lines.keys()]))];
  return (
    <Card title={m.fieldwork_answers()}>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={m.fieldwork_answers()}>
        <table className={styles.answers}>
          <thead>
            <tr>
              <th scope="col">{m.fieldwork_question()}</th>
              {sheets.map(({ id, rater }) => (
                <th key={id} scope="col">
                  {rater}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => {
              const said = columns.map((lines) => lines.get(key)?.answer ?? null);
              // What somebody wrote in their own words differs always.
              const isApart = typeof sheets[0]?.answers[key] === 'number' && new Set(said).size > 1;
              return (
                <tr key={key} className={isApart ? styles.apart : undefined}>
                  <th scope="row">
                    {columns.find((lines) => lines.has(key))?.get(key)?.question}
                    {isApart ? <span className={styles.mark}> ▲ {m.fieldwork_apart()}</span> : null}
                  </th>
                  {said.map((answer, at) => (
                    <td key={sheets[at]?.id}>{answer ?? '—'}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
