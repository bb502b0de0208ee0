import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { feedbackOfCase } from '@zhiheng/contract/feedback/feedback';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { useMay } from '../../identity/index.ts';

/** What a case was opened from; nothing where it was opened otherwise. */
export function FeedbackOfCase({ caseId }: { readonly caseId: string }) {
  const may = useMay()('feedback.read');
  const { data } = useQuery({
    queryKey: ['feedback', 'of-case', caseId],
    queryFn: ({ signal }) => call(feedbackOfCase, { params: { id: caseId } }, { signal }),
    enabled: may,
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Card title={m.feedback_of_case()}>
      {data.items.map(({ id, body, source }) => (
        <p key={id}>
          <Link to="/app/feedback" search={{ item: id, state: 'all' }}>
            {source === '' ? m.feedback_title() : source}
          </Link>{' '}
          {body.slice(0, 80)}
        </p>
      ))}
    </Card>
  );
}
