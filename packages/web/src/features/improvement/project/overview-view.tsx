import { Link } from '@tanstack/react-router';
import type { Project } from '@zhiheng/contract/improvement/projects';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FactTable } from '../../../ui/fact-table.tsx';
import { ProjectProgress } from '../project-progress.tsx';
import { outcomeWords, stateWords } from '../project-words.ts';
import { VerificationCard } from './verification-card.tsx';
import styles from '../improvement.module.css';

/** What the project is for, and what has been shown so far. */
export function OverviewView({ project }: { readonly project: Project }) {
  const format = useFormat();
  const { goal, findings, moves } = project;
  return (
    <div className={styles.pair}>
      <Card title={m.improvement_goal()}>
        <p className={styles.purpose}>{goal === '' ? m.improvement_no_goal() : goal}</p>
        <FactTable label={m.improvement_facts()} rows={factsOf(project, format)} />
      </Card>
      <VerificationCard project={project} />
      <Card title={m.improvement_findings()}>
        {findings.length === 0 ? (
          <p className={styles.note}>{m.improvement_findings_none()}</p>
        ) : (
          <ul className={styles.moves}>
            {findings.map(({ id, number, title }) => (
              <li key={id}>
                <Link to="/app/findings/$id" params={{ id }}>
                  {number} {format.text(title)}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {moves.length === 0 ? null : <MovesCard moves={moves} />}
    </div>
  );
}

function factsOf({ indicatorCode, indicatorName, targetValue, budget, spent, progress }: Project, format: Format) {
  const indicator =
    indicatorCode === null ? (
      m.improvement_indicator_none()
    ) : (
      <Link to="/app/indicators/$code" params={{ code: indicatorCode }}>
        {indicatorName === null ? indicatorCode : format.text(indicatorName)}
      </Link>
    );
  const money =
    budget === null ? format.number(spent) : m.improvement_budget_line({ spent: format.number(spent), budget: format.number(budget) });
  return [
    [m.improvement_indicator(), indicator],
    ...(targetValue === null ? [] : [[m.improvement_target(), format.number(targetValue, Number.isInteger(targetValue) ? 0 : 2)] as const]),
    [m.improvement_spent(), money],
    [m.improvement_progress(), <ProjectProgress key="progress" progress={progress} />],
  ] as const;
}

/** Who moved the project from state to state, when and why. */
function MovesCard({ moves }: Pick<Project, 'moves'>) {
  const format = useFormat();
  return (
    <Card title={m.improvement_moves()}>
      <ul className={styles.moves}>
        {moves.map(({ from, to, outcome, at, by, reason }) => (
          <li key={at}>
            <span>
              {m.improvement_move({ from: stateWords[from](), to: outcome === null ? stateWords[to]() : outcomeWords[outcome]() })}
            </span>
            <span className={styles.grey}>
              {format.dateTime(at)} · {by ?? m.improvement_system()}
              {reason === '' ? '' : ` · ${reason}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
