import { useMutation } from '@tanstack/react-query';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import { Button } from 'antd';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { useMay } from '../../identity/index.ts';
import { articleAsReply, SuggestionList, useSuggestions } from '../../knowledge/index.ts';

interface Props {
  readonly shown: ServiceCase;
  /** what is being written now */
  readonly text: string;
  /** puts words into the reply; null where nothing may be written */
  readonly onInsert: ((words: string) => void) | null;
}

/** Articles that fit the case and what is being written; shown only where there are some. */
export function ArticlesCard({ shown, text, onInsert }: Props) {
  const may = useMay();
  const allowed = may('knowledge.read');
  const about = `${shown.subject}\n${shown.description}`.slice(0, 1200);
  const { items } = useSuggestions({ text: `${text}\n${about}`, serviceId: shown.serviceId, recorded: false, enabled: allowed });
  const insert = useMutation({
    mutationFn: (articleId: string) =>
      articleAsReply({ articleId, caseId: shown.id, locale: shown.language, mayLink: may('knowledge.write') }),
    onSuccess: (words) => {
      onInsert?.(words);
      showToast({ tone: 'good', words: m.cases_articles_inserted() });
    },
  });
  if (items.length === 0) return null;
  return (
    <Card title={m.cases_articles()}>
      <SuggestionList
        items={items}
        action={({ id }) =>
          onInsert === null ? null : (
            <Button size="small" loading={insert.isPending && insert.variables === id} onClick={() => insert.mutate(id)}>
              {m.cases_articles_insert()}
            </Button>
          )
        }
      />
    </Card>
  );
}
