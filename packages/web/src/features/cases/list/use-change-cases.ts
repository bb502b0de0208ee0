import { useMutation } from '@tanstack/react-query';
import type { CaseRow } from '@zhiheng/contract/cases/case';
import { changeCases } from '@zhiheng/contract/cases/cases';
import type { Reply } from '@zhiheng/contract/endpoint';
import { call } from '../../../lib/call.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { codeWords } from '../../../lib/problem-words.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { undoOf, type CasesChange } from './undo.rules.ts';

type Result = Reply<typeof changeCases>;
interface Variables {
  /** as they are before the change */
  readonly rows: readonly CaseRow[];
  readonly change: CasesChange['change'];
}

/** Changes one or many cases at once, says what was refused, and offers to take it back. */
export function useChangeCases() {
  const format = useFormat();
  const undo = useMutation({
    mutationFn: async (groups: readonly CasesChange[]) => {
      let changed = 0;
      for (const body of groups) changed += (await call(changeCases, { body })).changed;
      return changed;
    },
    onSuccess: (changed) => showToast({ tone: 'good', words: m.cases_undone({ n: format.number(changed) }) }),
  });
  // What can be taken back is offered at the answer, not after the list was asked for again: a row that went may be wanted back at once.
  const tell = (result: Result, { rows, change }: Variables): void => {
    const refused = new Set(result.refused.map(({ id }) => id));
    const back = undoOf(
      rows.filter(({ id }) => !refused.has(id)),
      change,
    );
    showToast({
      tone: result.refused.length === 0 ? 'good' : 'bad',
      words: wordsOf(result, format),
      ...(back.length === 0 ? {} : { undo: { label: m.shell_undo(), run: () => undo.mutate(back) } }),
    });
  };
  return useMutation({
    mutationFn: async (variables: Variables) => {
      const { rows, change } = variables;
      tell(await call(changeCases, { body: { ids: rows.map(({ id }) => id), change } }), variables);
    },
  });
}

function wordsOf({ changed, refused }: Result, format: Format): string {
  if (refused.length === 0) return changed === 0 ? m.cases_changed_none() : m.cases_changed({ n: format.number(changed) });
  const shown = refused.slice(0, 5).map(({ number }) => number);
  const numbers = format.list(refused.length > 5 ? [...shown, '…'] : shown);
  const words = m.cases_changed_some({ n: format.number(changed), refused: format.number(refused.length), numbers });
  const [first] = refused;
  return first === undefined ? words : `${words} · ${codeWords(first.code)}`;
}
