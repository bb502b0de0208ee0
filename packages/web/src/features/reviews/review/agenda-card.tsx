import { Link } from '@tanstack/react-router';
import type { Review, ReviewAgenda } from '@zhiheng/contract/improvement/reviews';
import type { ReactNode } from 'react';
import { unitWord } from '../../../lib/figures/unit-words.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { OutcomeBadge } from '../../improvement/index.ts';
import { severityTones, severityWords } from '../review-words.ts';
import styles from '../reviews.module.css';

/** What there is to speak of: live until the meeting, then as it was. */
export function AgendaCard({ review: { agenda, frozen } }: { readonly review: Review }) {
  const format = useFormat();
  const at = format.dateTime(agenda.asOf);
  return (
    <Card title={m.reviews_agenda()} aside={frozen ? m.reviews_agenda_frozen({ at }) : m.reviews_agenda_live({ at })}>
      <p className={styles.note}>{m.reviews_agenda_since({ at: format.dateTime(agenda.since) })}</p>
      <ol className={styles.agenda}>
        <Missed agenda={agenda} />
        <Findings agenda={agenda} />
        <Late agenda={agenda} />
        <Verdicts agenda={agenda} />
        <Decisions agenda={agenda} />
      </ol>
    </Card>
  );
}

interface PartProps {
  readonly agenda: ReviewAgenda;
}
interface Item {
  readonly key: string;
  readonly words: ReactNode;
  readonly aside: ReactNode;
}

function Part({ title, none, items }: { readonly title: string; readonly none: string; readonly items: readonly Item[] }) {
  return (
    <li>
      <h3>{title}</h3>
      {items.length === 0 ? (
        <p className={styles.note}>{none}</p>
      ) : (
        <ul className={styles.items}>
          {items.map(({ key, words, aside }) => (
            <li key={key}>
              <span>{words}</span>
              <span className={styles.grey}>{aside}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function figureText(value: number | null, { unit, decimals }: ReviewAgenda['missedTargets'][number], format: Format): string {
  if (value === null) return '—';
  const word = unitWord(unit, format.locale);
  return `${format.number(value, decimals)}${word === '%' ? '%' : word === '' ? '' : ` ${word}`}`;
}

function Missed({ agenda: { missedTargets, period } }: PartProps) {
  const format = useFormat();
  const items = missedTargets.map((figure) => ({
    key: figure.indicator,
    words: (
      <Link to="/app/indicators/$code" params={{ code: figure.indicator }}>
        {format.text(figure.name)}
      </Link>
    ),
    aside: `${m.reviews_missed_value({ value: figureText(figure.value, figure, format), target: figureText(figure.target, figure, format) })} · ${m.reviews_missed_n({ n: format.number(figure.n) })}`,
  }));
  return <Part title={m.reviews_missed({ period: format.period(period) })} none={m.reviews_missed_none()} items={items} />;
}

function Findings({ agenda: { openFindings } }: PartProps) {
  const format = useFormat();
  const items = openFindings.map(({ id, number, title, severity, dueOn }) => ({
    key: id,
    words: `${number} ${format.text(title)}`,
    aside: (
      <>
        {dueOn === null ? null : `${m.reviews_late_due({ day: dueOn })} `}
        <StatusBadge tone={severityTones[severity]}>{severityWords[severity]()}</StatusBadge>
      </>
    ),
  }));
  return <Part title={m.reviews_findings()} none={m.reviews_findings_none()} items={items} />;
}

function Late({ agenda: { overdueActions } }: PartProps) {
  const items = overdueActions.map(({ projectId, number, title, owner, dueOn }) => ({
    key: `${projectId}${title}`,
    words: (
      <>
        <Link to="/app/projects/$id" params={{ id: projectId }}>
          {number}
        </Link>{' '}
        {title}
      </>
    ),
    aside: [owner ?? m.reviews_nobody(), m.reviews_late_due({ day: dueOn })].join(' · '),
  }));
  return <Part title={m.reviews_late()} none={m.reviews_late_none()} items={items} />;
}

function Verdicts({ agenda: { verdicts } }: PartProps) {
  const items = verdicts.map(({ projectId, number, title, outcome }) => ({
    key: projectId,
    words: (
      <Link to="/app/projects/$id" params={{ id: projectId }}>
        {number} {title}
      </Link>
    ),
    aside: <OutcomeBadge outcome={outcome} />,
  }));
  return <Part title={m.reviews_verdicts()} none={m.reviews_verdicts_none()} items={items} />;
}

function Decisions({ agenda: { openDecisions } }: PartProps) {
  const items = openDecisions.map(({ reviewId, number, text, owner, dueOn }, at) => ({
    key: `${reviewId}${at}`,
    words: (
      <>
        <Link to="/app/reviews/$id" params={{ id: reviewId }}>
          {number}
        </Link>{' '}
        {text}
      </>
    ),
    aside: [owner ?? m.reviews_nobody(), ...(dueOn === null ? [] : [m.reviews_late_due({ day: dueOn })])].join(' · '),
  }));
  return <Part title={m.reviews_open_decisions()} none={m.reviews_open_decisions_none()} items={items} />;
}
