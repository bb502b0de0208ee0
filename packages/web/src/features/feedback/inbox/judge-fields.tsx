import { useQuery } from '@tanstack/react-query';
import type { Feedback } from '@zhiheng/contract/feedback/feedback';
import { polarity, type Polarity } from '@zhiheng/contract/feedback/feedback-kinds';
import { Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Labelled } from '../../../ui/labelled.tsx';
import { OwnerSelect } from '../../subjects/index.ts';
import { optionsOf, polarityWords } from '../feedback-words.ts';
import { themesQuery } from '../feedback.query.ts';
import styles from './feedback-detail.module.css';
import { useChangeFeedback } from './use-change-feedback.ts';

interface Props {
  readonly feedback: Feedback;
  readonly disabled: boolean;
}

/** What it is about and how it sounds: judged by rule until somebody says otherwise. */
export function JudgeFields({ feedback, disabled }: Props) {
  const format = useFormat();
  const { data: themes = [] } = useQuery(themesQuery);
  const { mutate } = useChangeFeedback();
  const { polarityBy, probability, themesBy, themeIds } = feedback;
  const share = probability === null ? null : format.percent(100 * Math.max(probability, 1 - probability), 0);
  const byModel = share === null ? m.feedback_not_judged() : m.feedback_by_model({ share });
  return (
    <div className={styles.judge}>
      <Labelled label={m.feedback_polarity()} help={polarityBy === 'hand' ? m.feedback_by_hand() : byModel}>
        {(id) => (
          <Select<Polarity>
            id={id}
            disabled={disabled}
            allowClear={polarityBy === 'hand'}
            placeholder={polarityWords.none()}
            value={feedback.polarity}
            options={optionsOf(polarityWords, polarity.options)}
            onChange={(value: Polarity | undefined) => mutate({ rows: [feedback], change: { polarity: value ?? null } })}
          />
        )}
      </Labelled>
      <Labelled label={m.feedback_theme()} help={themesBy === 'hand' ? m.feedback_by_hand() : m.feedback_by_rule()}>
        {(id) => (
          <Select<string[]>
            id={id}
            mode="multiple"
            disabled={disabled}
            allowClear
            placeholder={m.feedback_theme_none()}
            showSearch={{ optionFilterProp: 'label' }}
            value={themeIds}
            options={themes
              .filter((theme) => !theme.retired || themeIds.includes(theme.id))
              .map((theme) => ({ value: theme.id, label: format.text(theme.name), disabled: theme.retired }))}
            onChange={(value) => mutate({ rows: [feedback], change: { themeIds: value } })}
          />
        )}
      </Labelled>
      <Labelled label={m.feedback_owner()}>
        {(id) => (
          <OwnerSelect
            id={id}
            placeholder={feedback.ownerName ?? m.feedback_nobody()}
            value={feedback.ownerId}
            onChange={(ownerId) => mutate({ rows: [feedback], change: { ownerId } })}
          />
        )}
      </Labelled>
    </div>
  );
}
