import { useMutation } from '@tanstack/react-query';
import type { Reply } from '@zhiheng/contract/endpoint';
import { changeFeedback, type FeedbackChange, type FeedbackRow } from '@zhiheng/contract/feedback/feedback';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { codeWords } from '../../../lib/problem-words.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { undoOf, type ChangeOfMany } from './undo.rules.ts';

interface Variables {
  /** as they are before the change */
  readonly rows: readonly FeedbackRow[];
  readonly change: FeedbackChange;
}

/** Changes one or many at once, says what was refused, and offers to take it back. */
export function useChangeFeedback() {
  const format = useFormat();
  const undo = useMutation({
    mutationFn: async (groups: readonly ChangeOfMany[]) => {
      for (const body of groups) await call(changeFeedback, { body });
    },
    meta: { done: m.feedback_undone() },
  });
  // What can be taken back is offered at the answer, not after the list was asked for again: a row that went may be wanted back at once.
  const tell = ({ changed, refused }: Reply<typeof changeFeedback>, { rows, change }: Variables): void => {
    const ids = new Set(refused.map(({ id }) => id));
    const back = undoOf(
      rows.filter(({ id }) => !ids.has(id)),
      change,
    );
    const [first] = refused;
    const words = m.feedback_changed({ n: format.number(changed) });
    showToast({
      tone: first === undefined ? 'good' : 'bad',
      words: first === undefined ? words : `${words} · ${codeWords(first.code)}`,
      ...(back.length === 0 ? {} : { undo: { label: m.shell_undo(), run: () => undo.mutate(back) } }),
    });
  };
  return useMutation({
    mutationFn: async (variables: Variables) => {
      const { rows, change } = variables;
      tell(await call(changeFeedback, { body: { ids: rows.map(({ id }) => id), change } }), variables);
    },
  });
}
