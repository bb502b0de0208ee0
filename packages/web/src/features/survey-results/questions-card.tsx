import type { AnswerDistribution } from '@zhiheng/contract/surveys/results';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { evidenceText, figureText, textOf } from './figure-words.ts';
import { BarList } from './plots/bar-list.tsx';
import { countText } from './sections/score-section.tsx';
import styles from './survey-results.module.css';

/** How every closed question was answered. */
export function QuestionsCard({ questions }: { readonly questions: readonly AnswerDistribution[] }) {
  const format = useFormat();
  return (
    <Card title={m.survey_results_questions()} aside={m.survey_results_questions_n({ n: format.number(questions.length) })}>
      <details>
        <summary>{m.survey_results_show_questions()}</summary>
        <div className={styles.questions}>
          {questions.map((question) => (
            <Question key={question.field} question={question} />
          ))}
        </div>
      </details>
    </Card>
  );
}

function Question({ question: { name, n, notApplicable, counts, means, kind } }: { readonly question: AnswerDistribution }) {
  const format = useFormat();
  const label = textOf(name, format);
  return (
    <div>
      <h3 className={styles.part}>{label}</h3>
      {counts === null ? null : (
        <BarList
          label={label}
          bars={counts.map((each) => ({
            ...{ key: each.key, label: textOf(each.name, format), share: n === 0 ? 0 : each.n / n, text: countText(each.n, n, format) },
          }))}
        />
      )}
      {means.map(({ key, name: own, mean }) => (
        <p key={key} className={styles.note}>
          {kind === 'order' ? `${textOf(own, format)} ` : ''}
          {m.survey_results_mean_of({ value: figureText(mean, 'scale', format), evidence: evidenceText(mean, 'scale', format) })}
        </p>
      ))}
      {notApplicable === 0 ? null : <p className={styles.note}>{m.survey_results_not_applicable({ n: format.number(notApplicable) })}</p>}
    </div>
  );
}
