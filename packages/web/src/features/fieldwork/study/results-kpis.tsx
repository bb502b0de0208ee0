import type { FieldResults } from '@zhiheng/contract/fieldwork/results';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Kpi, type KpiChange } from '../../../ui/kpi.tsx';
import { evidenceOf, isClear, meanText } from './figure-text.ts';
import styles from '../fieldwork.module.css';

/** The score, how many sessions were held, and how many sheets came in. */
export function ResultsKpis({ results }: { readonly results: FieldResults }) {
  const format = useFormat();
  const { funnel, score, hidden } = results;
  const { wanted, held, planned, cancelled, sheetsExpected, sheetsSubmitted } = funnel;
  const change = changeOf(results, format);
  const few = score !== null && !score.figure.sufficient;
  return (
    <>
      <div className={styles.kpis}>
        {score === null ? null : (
          <Kpi
            label={m.fieldwork_score()}
            value={meanText(score.figure, 1, format)}
            unit="/ 100"
            {...(few ? { status: { tone: 'idle', word: m.fieldwork_few_short() } as const } : {})}
            {...(change === undefined ? {} : { change })}
            evidence={evidenceOf(score.figure, 1, format)}
          />
        )}
        <Kpi
          label={m.fieldwork_held()}
          value={format.number(held)}
          {...(wanted === null ? {} : { target: m.fieldwork_of_wanted({ n: format.number(wanted) }) })}
          evidence={m.fieldwork_held_evidence({ planned: format.number(planned), cancelled: format.number(cancelled) })}
        />
        <Kpi
          label={m.fieldwork_sheets_submitted()}
          value={format.number(sheetsSubmitted)}
          target={m.fieldwork_of_expected({ n: format.number(sheetsExpected) })}
          evidence={m.fieldwork_sheets_evidence()}
        />
      </div>
      {hidden === 0 ? null : <p className={styles.hint}>▲ {m.fieldwork_hidden_results({ n: format.number(hidden) })}</p>}
    </>
  );
}

function changeOf({ score, previous }: FieldResults, format: Format): KpiChange | undefined {
  if (score === null || score.previous === null) return undefined;
  const { difference, n } = score.previous;
  const clear = isClear(score);
  const since = sinceWords(previous, n, format);
  if (!clear) return { direction: 'same', good: null, words: m.fieldwork_within_chance(), since };
  const words = m.fieldwork_points({ n: format.number(Math.abs(difference), 1) });
  return { direction: difference > 0 ? 'up' : 'down', good: difference > 0, words, since };
}

function sinceWords(previous: FieldResults['previous'], n: number, format: Format): string {
  const name = previous?.name ?? null;
  if (name !== null) return m.fieldwork_since_study({ name: format.text(name), n: format.number(n) });
  return m.fieldwork_since_period({ from: previous?.from ?? '', until: previous?.until ?? '', n: format.number(n) });
}
