import type { CaseStatus, ServiceCase } from '@zhiheng/contract/cases/case';
import { useCallback, useRef, useState } from 'react';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { ChoiceDialog, type Choice } from '../choice/choice-dialog.tsx';
import { useCaseChoices, type ChoiceKind } from '../choice/use-case-choices.ts';
import { FeedbackOfCase } from '../../feedback/index.ts';
import { useMay } from '../../identity/index.ts';
import { KeysHelp } from '../../../ui/keys/keys-help.tsx';
import { ArticlesCard } from './articles-card.tsx';
import { CaseHeader, type CaseDialog } from './case-header.tsx';
import styles from './case-content.module.css';
import { caseKeyWords } from './case-key-words.ts';
import { ClockCard } from './clock-card.tsx';
import { Composer, type EntryKind } from './composer.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { CustomerLinkCard } from './customer-link-card.tsx';
import { DescriptionCard } from './description-card.tsx';
import { CauseDialog, EditDialog } from './edit-dialog.tsx';
import { FactsCard } from './facts-card.tsx';
import { FollowUpsCard } from './follow-ups-card.tsx';
import { LinksCard } from './links-card.tsx';
import { LoopCard } from './loop-card.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { NoReplyButton } from './no-reply-button.tsx';
import { PresenceLine } from './presence-line.tsx';
import { RatingsCard } from './ratings-card.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { SimilarCard } from './similar-card.tsx';
import { ThreadCard } from './thread-card.tsx';
import { useCaseKeys } from './use-case-keys.ts';
import { useEntryDraft } from './use-entry-draft.ts';
import { useSaveCase } from './use-save-case.ts';

export function CaseContent({ shown }: { readonly shown: ServiceCase }) {
  const mayWrite = useMay()('cases.write') && shown.status !== 'merged';
  const saving = useSaveCase();
  const field = useRef<HTMLDivElement>(null);
  const [kind, setKind] = useState<EntryKind>('note');
  const [writing, setWriting] = useState(false);
  const draft = useEntryDraft(shown);
  const [asked, setAsked] = useState<ChoiceKind | null>(null);
  const [dialog, setDialog] = useState<CaseDialog | 'cause' | 'keys' | null>(null);
  const close = () => setDialog(null);
  const { save } = saving;
  const choiceOf = useCaseChoices((change) =>
    save({ base: shown, change, onSaved: () => showToast({ tone: 'good', words: m.cases_saved() }) }),
  );
  const choice = asked === null ? null : reachable(choiceOf(asked, 1), asked, shown);
  const toStatus = (status: CaseStatus) => save({ base: shown, change: { status } });
  const write = useCallback((next: EntryKind) => {
    setKind(next);
    field.current?.querySelector('textarea')?.focus();
  }, []);
  const insert = (words: string) => {
    draft.write(draft.text === '' ? words : `${draft.text}\n\n${words}`);
    write('reply');
  };
  const edit = useCallback(() => setDialog('edit'), []);
  const help = useCallback(() => setDialog('keys'), []);
  useCaseKeys(shown, mayWrite, { onWrite: write, onAsk: setAsked, onEdit: edit, onHelp: help });
  const composer = mayWrite ? (
    <Composer ref={field} shown={shown} saving={saving} draft={draft} kind={kind} onKind={setKind} onWriting={setWriting} />
  ) : null;
  return (
    <>
      <CaseHeader
        shown={shown}
        pending={saving.pending}
        onReply={() => write('reply')}
        onAssign={() => setAsked('assign')}
        onStatus={toStatus}
        onDialog={setDialog}
      />
      <PresenceLine id={shown.id} writing={writing} />
      <div className={styles.columns}>
        <div className={styles.main}>
          {shown.loop.length === 0 ? null : <LoopCard loop={shown.loop} onCause={mayWrite ? () => setDialog('cause') : null} />}
          <DescriptionCard shown={shown} />
          <ThreadCard shown={shown} composer={composer} />
        </div>
        <div className={styles.side}>
          <ClockCard shown={shown} />
          {mayWrite ? <NoReplyButton shown={shown} saving={saving} /> : null}
          <RatingsCard ratings={shown.ratings} />
          <FeedbackOfCase caseId={shown.id} />
          <FollowUpsCard shown={shown} />
          <CustomerLinkCard shown={shown} />
          <FactsCard shown={shown} />
          <ArticlesCard shown={shown} text={draft.text} onInsert={mayWrite ? insert : null} />
          <SimilarCard shown={shown} />
          <LinksCard shown={shown} />
        </div>
      </div>
      <ChoiceDialog choice={choice} onClose={() => setAsked(null)} />
      <KeysHelp open={dialog === 'keys'} keys={caseKeyWords()} onClose={close} />
      {dialog === 'edit' ? <EditDialog shown={shown} saving={saving} onClose={close} /> : null}
      {dialog === 'cause' ? <CauseDialog shown={shown} saving={saving} onClose={close} /> : null}
      <MergeDialog shown={shown} open={dialog === 'merge'} onClose={close} />
      <SplitDialog shown={shown} open={dialog === 'split'} onClose={close} />
      <ConflictDialog saving={saving} />
    </>
  );
}

/** Of all statuses only those to which this case may go now. */
const reachable = (choice: Choice, kind: ChoiceKind, { transitions }: ServiceCase): Choice =>
  kind === 'status' ? { ...choice, options: choice.options.filter(({ value }) => transitions.some((to) => to === value)) } : choice;
