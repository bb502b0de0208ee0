import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { turnSuggestion, withdrawSuggestion, type Suggestion } from '@zhiheng/contract/improvement/suggestions';
import { useState } from 'react';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { RowActions } from '../../ui/row-actions.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useMay } from '../identity/index.ts';
import { JudgeDialog } from './judge-dialog.tsx';
import { RewardDialog } from './reward-dialog.tsx';
import { stateTones, stateWords } from './suggestion-words.ts';
import styles from './suggestions.module.css';

export function SuggestionItem({ suggestion }: { readonly suggestion: Suggestion }) {
  const format = useFormat();
  const { number, title, text, origin, author, contact, state, answer, judgedBy, points, at, serviceName } = suggestion;
  const who = author === '' ? m.suggestions_anonymous() : author;
  const facts = [
    number,
    m.suggestions_from({ who: origin === 'customer' ? `${m.suggestions_customer()} ${who}` : who, at: format.date(at) }),
    ...(serviceName === null ? [] : [format.text(serviceName)]),
    ...(contact === '' ? [] : [contact]),
    ...(points === 0 ? [] : [m.suggestions_points_of({ n: format.number(points) })]),
  ];
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <StatusBadge tone={stateTones[state]}>{stateWords[state]()}</StatusBadge>
      </div>
      <span className={styles.grey}>{facts.join(' · ')}</span>
      {text === '' ? null : <p className={styles.prose}>{text}</p>}
      {answer === '' ? null : <p className={styles.answer}>{m.suggestions_answered_by({ who: judgedBy ?? '—', answer })}</p>}
      <Became suggestion={suggestion} />
      <Ways suggestion={suggestion} />
    </li>
  );
}

function Became({ suggestion: { finding, project } }: { readonly suggestion: Suggestion }) {
  if (finding === null && project === null) return null;
  return (
    <span className={styles.grey}>
      {finding === null ? null : m.suggestions_became({ number: finding.number })}{' '}
      {project === null ? null : (
        <Link to="/app/projects/$id" params={{ id: project.id }}>
          {m.suggestions_became({ number: project.number })}
        </Link>
      )}
    </span>
  );
}

type Way = 'judge' | 'finding' | 'project' | 'reward' | 'withdraw';

/** Its author may take it back; whoever judges may answer, hand it on and reward it. */
function openWays({ state, mine, finding, project }: Suggestion, mayJudge: boolean): ReadonlySet<Way> {
  const judges = mayJudge && state !== 'withdrawn';
  const ways: readonly (readonly [Way, boolean])[] = [
    ['judge', judges],
    ['finding', judges && finding === null],
    ['project', judges && project === null],
    ['reward', judges && (state === 'accepted' || state === 'done')],
    ['withdraw', mine && state === 'new'],
  ];
  return new Set(ways.flatMap(([way, isOpen]) => (isOpen ? [way] : [])));
}

/** What can be done with it. */
function Ways({ suggestion }: { readonly suggestion: Suggestion }) {
  const ways = openWays(suggestion, useMay()('suggestions.judge'));
  const [open, setOpen] = useState<'judge' | 'reward' | null>(null);
  const { id, version, title } = suggestion;
  const turn = useMutation({
    mutationFn: (into: 'finding' | 'project') => call(turnSuggestion, { params: { id }, body: { version, into } }),
    meta: { done: m.suggestions_turned() },
  });
  const withdraw = useMutation({
    mutationFn: () => call(withdrawSuggestion, { params: { id } }),
    meta: { done: m.suggestions_withdrawn() },
  });
  const pending = turn.isPending || withdraw.isPending;
  return (
    <>
      <RowActions
        actions={[
          ways.has('judge') ? { label: m.suggestions_judge(), of: title, onClick: () => setOpen('judge') } : null,
          ways.has('finding') ? { label: m.suggestions_to_finding(), of: title, onClick: () => turn.mutate('finding'), pending } : null,
          ways.has('project') ? { label: m.suggestions_to_project(), of: title, onClick: () => turn.mutate('project'), pending } : null,
          ways.has('reward') ? { label: m.suggestions_reward(), of: title, onClick: () => setOpen('reward') } : null,
          ways.has('withdraw')
            ? { label: m.suggestions_withdraw(), of: title, onClick: () => withdraw.mutate(), danger: true, pending }
            : null,
        ]}
      />
      {open === 'judge' ? <JudgeDialog suggestion={suggestion} onClose={() => setOpen(null)} /> : null}
      {open === 'reward' ? <RewardDialog suggestion={suggestion} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
