import type { Project, ProjectAction } from '@zhiheng/contract/improvement/projects';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { actionWords, phaseWords } from '../project-words.ts';
import { timelineOf, type Bar } from './timeline.rules.ts';
import styles from './timeline.module.css';

/** The actions along the days of the project; the words beside each bar say the same. */
export function TimelineView({ project }: { readonly project: Project }) {
  const format = useFormat();
  const { actions } = project;
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: format.zone }).format(new Date());
  const { bars, undated, months, today: now } = timelineOf(project, actions, today);
  if (actions.length === 0)
    return (
      <Card title={m.improvement_tab_timeline()}>
        <EmptyState title={m.improvement_no_actions()} words={m.improvement_no_actions_text()} />
      </Card>
    );
  return (
    <Card title={m.improvement_tab_timeline()}>
      <div className={styles.scale} aria-hidden="true">
        {months.map(({ month, left }) => (
          <span key={month} className={styles.month} style={{ insetInlineStart: `${left}%` }}>
            {format.period(month)}
          </span>
        ))}
        {now === null ? null : (
          <span className={styles.today} style={{ insetInlineStart: `${now}%` }}>
            {m.improvement_timeline_today()}
          </span>
        )}
      </div>
      <ol className={styles.rows} aria-label={m.improvement_timeline_of()}>
        {bars.map((bar) => (
          <Row key={bar.action.id} bar={bar} project={project} now={now} />
        ))}
        {undated.map((action) => (
          <li key={action.id} className={styles.row}>
            <Words action={action} project={project} />
            <span className={styles.grey}>{m.improvement_timeline_undated()}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

interface RowProps {
  readonly bar: Bar;
  readonly project: Project;
  readonly now: number | null;
}

function Row({ bar: { action, left, width }, project, now }: RowProps) {
  const tone = action.state === 'done' ? styles.done : action.overdue ? styles.late : action.state === 'doing' ? styles.doing : styles.open;
  return (
    <li className={styles.row}>
      <Words action={action} project={project} />
      <div className={styles.track} aria-hidden="true">
        <span className={`${styles.bar} ${tone}`} style={{ insetInlineStart: `${left}%`, width: `${width}%` }} />
        {now === null ? null : <span className={styles.line} style={{ insetInlineStart: `${now}%` }} />}
      </div>
    </li>
  );
}

function Words({ action, project }: { readonly action: ProjectAction; readonly project: Project }) {
  const { title, phase, startOn, dueOn, owner, state, overdue, beforePredecessor } = action;
  const days = startOn === null || dueOn === null ? (dueOn ?? startOn ?? '') : m.improvement_timeline_days({ start: startOn, due: dueOn });
  const stateText = overdue ? m.improvement_overdue() : actionWords[state]();
  return (
    <div className={styles.words}>
      <span className={styles.title}>{title}</span>
      <span className={styles.grey}>
        {[phaseWords(project.template, phase), stateText, days, ...(owner === null ? [] : [owner])]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
      {beforePredecessor.length === 0 ? null : <span className={styles.warning}>▲ {m.improvement_before_predecessor()}</span>}
    </div>
  );
}
