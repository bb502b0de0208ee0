import type { FeedbackChange, FeedbackRow } from '@zhiheng/contract/feedback/feedback';
import { Button } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { SelectionBar } from '../../../ui/selection-bar.tsx';
import { useMe } from '../../identity/index.ts';

interface Props {
  readonly rows: readonly FeedbackRow[];
  readonly pending: boolean;
  readonly onApply: (change: FeedbackChange) => void;
  readonly onClear: () => void;
}

/** What can be done with those selected; stands at the foot of the list as long as some are. */
export function FeedbackBulk({ rows, pending, onApply, onClear }: Props) {
  const format = useFormat();
  const me = useMe();
  if (rows.length === 0) return null;
  const actions: readonly (readonly [string, FeedbackChange])[] = [
    [m.feedback_close(), { state: 'closed' }],
    [m.feedback_keep_suggestion(), { state: 'suggestion' }],
    [m.feedback_reopen(), { state: 'new' }],
    [m.feedback_take(), { ownerId: me.id }],
    [m.feedback_mark_positive(), { polarity: 'positive' }],
    [m.feedback_mark_negative(), { polarity: 'negative' }],
  ];
  return (
    <SelectionBar
      label={m.feedback_bulk()}
      words={m.feedback_selected({ n: format.number(rows.length) })}
      clear={{ label: m.feedback_unselect(), onClick: onClear }}
    >
      {actions.map(([words, change]) => (
        <Button key={words} size="small" disabled={pending} onClick={() => onApply(change)}>
          {words}
        </Button>
      ))}
    </SelectionBar>
  );
}
