import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { GradeBadge } from '../../ui/grade-badge.tsx';
import { ScoreChange } from '../../ui/score-change.tsx';
import type { Scores } from './scorecards.query.ts';
import styles from './scorecards.module.css';

/** The index, and by which settings it was reckoned. */
export function IndexSummary({ scores }: { readonly scores: Scores }) {
  const format = useFormat();
  const { root } = scores;
  return (
    <div className={styles.top}>
      <Card title={m.board_index_title()}>
        <p className={styles.score}>
          <span className={styles.number}>{root.score === null ? '–' : format.number(root.score, 1)}</span>
          <GradeBadge grade={root.grade} />
        </p>
        <p className={styles.quiet}>
          {m.board_index_coverage({ coverage: format.number(root.coverage * 100) })}{' '}
          <ScoreChange score={root.score} previous={root.previous} period={scores.period} />
        </p>
      </Card>
      <Card title={m.board_scores_settings_title()} aside={m.board_editor_settings_label()}>
        {settingLines(scores, format).map((line) => (
          <p key={line} className={styles.setting}>
            {line}
          </p>
        ))}
      </Card>
    </div>
  );
}

function settingLines({ settings }: Scores, format: Format): string[] {
  const { grades } = settings;
  return [
    m.board_scores_settings_note({ critical: settings.at_critical, warning: settings.at_warning, target: settings.at_target }),
    m.board_scores_settings_grades({ excellent: grades.excellent, good: grades.good, fair: grades.fair, poor: grades.poor }),
    m.board_scores_settings_coverage({ coverage: format.number(settings.minimum_coverage * 100), n: settings.minimum_n }),
    `${m.board_editor_index_target()} ${format.number(settings.index_target, 1)}`,
  ];
}
