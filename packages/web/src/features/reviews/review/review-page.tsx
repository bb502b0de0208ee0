import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Review } from '@zhiheng/contract/improvement/reviews';
import { useFormat } from '../../../lib/format/use-format.ts';
import { statusOf } from '../../../lib/problem-words.ts';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../../ui/states.tsx';
import { kindWords, stateWords } from '../review-words.ts';
import { reviewQuery } from '../reviews.query.ts';
import { AgendaCard } from './agenda-card.tsx';
import { DecisionsCard } from './decisions-card.tsx';
import { RecordCard } from './record-card.tsx';
import { ReviewActions } from './review-actions.tsx';
import styles from '../reviews.module.css';

const route = getRouteApi('/app/reviews/$id');

/** One meeting: its agenda, what was said, what was decided. Printed it is the minutes. */
export function ReviewPage() {
  const { id } = route.useParams();
  const query = useQuery(reviewQuery(id));
  if (statusOf(query.error) === 404)
    return (
      <>
        <PageHeader title={m.reviews_title()} />
        <EmptyState title={m.reviews_gone()} action={<Link to="/app/reviews">{m.reviews_back()}</Link>} />
      </>
    );
  return (
    <QueryView query={query} skeleton={<Skeleton rows={10} height={32} />}>
      {(review) => <Found review={review} />}
    </QueryView>
  );
}

function Found({ review }: { readonly review: Review }) {
  const format = useFormat();
  const { number, kind, title, at, place, attendees, state, reason } = review;
  const parts = [number, kindWords[kind](), stateWords[state](), format.dateTime(at), place, format.list(attendees), reason];
  return (
    <>
      <PageHeader title={title} line={parts.filter((part) => part !== '').join(' · ')} actions={<ReviewActions review={review} />} />
      <div className={styles.stack}>
        <AgendaCard review={review} />
        <RecordCard review={review} />
        <DecisionsCard review={review} />
      </div>
    </>
  );
}
