import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { readArticle, settleOffer } from '@zhiheng/contract/knowledge/knowledge';
import { Button } from 'antd';
import { call } from '../../../lib/call.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { SuggestionList, type Suggestions } from '../../knowledge/index.ts';
import { SimilarList } from '../similar/similar-list.tsx';
import { similarQuery } from '../similar/similar.query.ts';
import { useDelayed } from '../../../lib/use-delayed.ts';
import styles from './new-case-form.module.css';

/** Articles that may answer it while the customer is still there; then no case is needed. */
export function AnswersCard({ suggestions }: { readonly suggestions: Suggestions }) {
  const navigate = useNavigate();
  const { items, offerId, end } = suggestions;
  const solve = useMutation({
    mutationFn: async (articleId: string) => {
      const id = end();
      if (id !== null) await call(settleOffer, { params: { id }, body: { outcome: 'solved', articleId } });
    },
    onSuccess: () => {
      showToast({ tone: 'good', words: m.cases_articles_solved_done() });
      void navigate({ to: '/app/cases' });
    },
  });
  if (items.length === 0) return null;
  return (
    <Card title={m.cases_articles_new()}>
      <p className={styles.note}>{m.cases_articles_new_help()}</p>
      <SuggestionList
        items={items}
        onOpen={({ id }) => void call(readArticle, { params: { id }, body: { offerId: offerId() } }).catch(() => undefined)}
        action={({ id }) => (
          <Button size="small" loading={solve.isPending && solve.variables === id} onClick={() => solve.mutate(id)}>
            {m.cases_articles_solved()}
          </Button>
        )}
      />
    </Card>
  );
}

interface SimilarProps {
  readonly text: string;
  readonly customerId: string | null;
  readonly serviceId: string | null;
  /** the case of which this one will be a duplicate */
  readonly duplicateOf: string | null;
  readonly onDuplicate: (id: string | null) => void;
}

/** Cases that speak of the same: perhaps somebody has recorded it already. */
export function RecordedCard({ text, customerId, serviceId, duplicateOf, onDuplicate }: SimilarProps) {
  const asked = useDelayed(text.trim().slice(0, 2000), 500);
  const { data = [] } = useQuery(similarQuery({ text: asked, customerId, serviceId, limit: 4 }));
  const items = asked.length > 3 ? data : [];
  if (items.length === 0) return null;
  return (
    <Card title={m.cases_similar()}>
      <p className={styles.note}>{m.cases_similar_new_help()}</p>
      <SimilarList
        items={items}
        beside
        actions={({ id, number }) => (
          <Button
            size="small"
            type={duplicateOf === id ? 'primary' : 'default'}
            aria-pressed={duplicateOf === id}
            aria-label={m.cases_similar_duplicate_of({ number })}
            onClick={() => onDuplicate(duplicateOf === id ? null : id)}
          >
            {m.cases_similar_new_duplicate()}
          </Button>
        )}
      />
    </Card>
  );
}
