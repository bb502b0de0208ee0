import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { Kpi } from '../../../ui/kpi.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { DefinitionTable } from '../../agreements/index.ts';
import styles from '../clock-reports.module.css';
import type { Result, SimulationWithDraft } from '../reports.query.ts';
import { attainedText, changeOf, findingOf, overall, shareText } from './compare.ts';
import { MonthsCard } from './months-card.tsx';
import { SimulatedCases } from './simulated-cases.tsx';

interface Props {
  readonly simulation: SimulationWithDraft;
  readonly result: Result;
}

/** The finding, the figures behind it, who is concerned, and the draft that was tried. */
export function SimulationResult({ simulation, result }: Props) {
  const format = useFormat();
  const n = (count: number) => format.number(count);
  const { movedDeadlines, added, dropped } = result;
  return (
    <div className={styles.stack}>
      <p className={styles.finding}>{findingOf(overall(result.targets), format)}</p>
      <Kpis result={result} />
      <Targets result={result} />
      <MonthsCard months={result.months} />
      <Credits result={result} />
      <SimulatedCases simulation={simulation} result={result} />
      {movedDeadlines + added + dropped === 0 ? null : (
        <p className={styles.quiet}>{m.reports_sim_others({ moved: n(movedDeadlines), added: n(added), dropped: n(dropped) })}</p>
      )}
      {simulation.calendar === null ? null : <p>{m.reports_sim_used_calendar({ name: format.text(simulation.calendar.name) })}</p>}
      <Card title={m.reports_sim_used_draft()}>
        <details className={styles.whole}>
          <summary>{m.agreements_whole_version()}</summary>
          <DefinitionTable label={m.reports_sim_used_draft()} definition={simulation.definition} />
        </details>
      </Card>
      <p className={styles.quiet}>{m.reports_sim_assumption()}</p>
    </div>
  );
}

function Kpis({ result }: { readonly result: Result }) {
  const format = useFormat();
  const all = overall(result.targets);
  const change = changeOf(all, format);
  const [before, after] = creditTotals(result);
  return (
    <div className={styles.kpis}>
      <Kpi
        label={m.reports_sim_kpi_attainment()}
        value={shareText(all.after.share, format)}
        {...(change === null ? {} : { change })}
        target={m.reports_sim_kpi_now({ value: shareText(all.before.share, format) })}
        evidence={m.reports_sim_kpi_promises({ n: format.number(all.after.n) })}
      />
      <Kpi label={m.reports_sim_kpi_newly()} value={format.number(result.newlyBreached)} evidence={m.reports_sim_kpi_late_anyway()} />
      <Kpi
        label={m.reports_sim_kpi_spared()}
        value={format.number(result.spared)}
        evidence={m.reports_sim_kpi_promises({ n: format.number(all.after.n) })}
      />
      <Kpi
        label={m.reports_sim_kpi_credit()}
        value={format.number(after, 2)}
        target={m.reports_sim_kpi_now({ value: format.number(before, 2) })}
        evidence={
          result.credits.length === 0
            ? m.reports_sim_kpi_no_credit()
            : m.reports_sim_kpi_contracts({ n: format.number(result.credits.length) })
        }
      />
    </div>
  );
}

const creditTotals = ({ credits }: Result): readonly [number, number] => [
  credits.reduce((sum, { before }) => sum + before, 0),
  credits.reduce((sum, { after }) => sum + after, 0),
];

const sideTitles = () => [m.reports_sim_now(), m.reports_sim_draft(), m.reports_sim_change()];

function Targets({ result }: { readonly result: Result }) {
  const format = useFormat();
  if (result.targets.length === 0) return null;
  const rows = result.targets.map((row) => {
    const change = changeOf(row, format);
    const arrow = { up: '▲', down: '▼', same: '＝' } as const;
    const words =
      change === null ? (
        '—'
      ) : (
        <span className={change.good === null ? undefined : change.good ? styles.better : styles.worse}>
          <span aria-hidden="true">{arrow[change.direction]}</span> {change.words}
        </span>
      );
    const cells = [m.agreements_target_of({ code: row.target }), attainedText(row.before, format), attainedText(row.after, format), words];
    return { key: row.target, cells };
  });
  return (
    <Card title={m.reports_sim_targets()}>
      <PlainTable label={m.reports_sim_targets()} columns={[m.reports_sim_target(), ...sideTitles()]} rows={rows} />
    </Card>
  );
}

function Credits({ result }: { readonly result: Result }) {
  const format = useFormat();
  if (result.credits.length === 0) return null;
  const rows = result.credits.map(({ contractId, number, name, before, after }) => ({
    key: contractId,
    cells: [`${number} ${name}`, format.number(before, 2), format.number(after, 2), format.number(after - before, 2)],
  }));
  return (
    <Card title={m.reports_sim_credits()}>
      <PlainTable label={m.reports_sim_credits()} columns={[m.reports_sim_contract(), ...sideTitles()]} rows={rows} />
    </Card>
  );
}
