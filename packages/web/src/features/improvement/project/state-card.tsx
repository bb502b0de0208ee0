import type { Project } from '@zhiheng/contract/improvement/projects';
import type { ProjectState } from '@zhiheng/contract/improvement/project-kind';
import { problemEntryWords } from '../../../lib/problem-words.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { ProjectBadge } from '../project-badges.tsx';
import { stateWords } from '../project-words.ts';
import { MoveButtons } from './move-buttons.tsx';
import styles from '../improvement.module.css';

const road: readonly ProjectState[] = ['draft', 'running', 'verifying', 'closed'];

/** Where the project stands, and what its next state still lacks. */
export function StateCard({ project }: { readonly project: Project }) {
  const { state, outcome, next, unverifiedReason } = project;
  const steps = unverifiedReason === '' ? road : road.filter((one) => one !== 'verifying' || state === 'verifying');
  return (
    <Card
      title={m.improvement_states()}
      aside={<ProjectBadge state={state} outcome={outcome} />}
      actions={<MoveButtons project={project} />}
    >
      <ol className={styles.stages}>
        {steps.map((one, at) => (
          <li key={one} className={placeOf(at, steps.indexOf(state))} aria-current={one === state ? 'step' : undefined}>
            {stateWords[one]()}
          </li>
        ))}
      </ol>
      {next === null || next.missing.length === 0 ? null : (
        <div className={styles.missing}>
          <p>{m.improvement_missing({ state: stateWords[next.state]() })}</p>
          <ul>
            {next.missing.map(({ code, params }) => (
              <li key={code}>{problemEntryWords({ code: `project_${code}`, params })}</li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}

function placeOf(at: number, here: number): string {
  const place = at === here ? styles.here : at < here ? styles.past : styles.ahead;
  return `${styles.step} ${place}`;
}
