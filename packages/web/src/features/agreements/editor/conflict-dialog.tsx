import { useQuery } from '@tanstack/react-query';
import { getAgreement } from '@zhiheng/contract/agreements/agreements';
import { Button, Modal } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { QueryView } from '../../../ui/query-view.tsx';
import { factsOf, changesBetween } from '../definition-facts.ts';
import { ChangesTable } from '../versions/changes-table.tsx';
import { useChoices } from '../use-names.ts';
import type { WithDraft } from './use-draft.ts';

interface Props {
  readonly id: string;
  readonly mine: WithDraft['draft'];
  readonly onTheirs: (theirs: WithDraft) => void;
  readonly onMine: (theirs: WithDraft) => void;
  /** the draft is gone: published or thrown away */
  readonly onGone: () => void;
}

/** Somebody else saved first: shows how the two differ and asks which one goes on. */
export function ConflictDialog({ id, mine, onTheirs, onMine, onGone }: Props) {
  const format = useFormat();
  const choices = useChoices();
  const query = useQuery({
    queryKey: ['agreements', id, 'newest'],
    queryFn: () => call(getAgreement, { params: { id } }),
    gcTime: 0,
    staleTime: 0,
  });
  const theirs = query.data;
  const draft = theirs?.draft ?? null;
  const whole = theirs === undefined || draft === null ? null : { ...theirs, draft };
  return (
    <Modal
      open
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      width={720}
      title={m.agreements_conflict_title()}
      footer={
        whole === null ? (
          <Button onClick={onGone}>{m.agreements_conflict_gone()}</Button>
        ) : (
          <>
            <Button onClick={() => onTheirs(whole)}>{m.agreements_conflict_theirs()}</Button>
            <Button type="primary" onClick={() => onMine(whole)}>
              {m.agreements_conflict_mine()}
            </Button>
          </>
        )
      }
    >
      <p>{m.agreements_conflict_text()}</p>
      <QueryView query={query}>
        {() =>
          draft === null ? (
            <p>{m.agreements_conflict_no_draft()}</p>
          ) : (
            <ChangesTable
              changes={changesBetween(factsOf(draft, { format, choices }), factsOf(mine, { format, choices }))}
              before={m.agreements_conflict_their_words()}
              after={m.agreements_conflict_my_words()}
            />
          )
        }
      </QueryView>
    </Modal>
  );
}
