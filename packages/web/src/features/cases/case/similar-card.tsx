import { useMutation, useQuery } from '@tanstack/react-query';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import { linkCases } from '@zhiheng/contract/cases/cases';
import { Button } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { useMay } from '../../identity/index.ts';
import { SimilarList } from '../similar/similar-list.tsx';
import { similarQuery } from '../similar/similar.query.ts';
import type { LinkKind } from '../words/case-words.ts';

interface Link {
  readonly otherId: string;
  readonly kind: LinkKind;
}

/** What others said of the same matter; shown only where there is something. */
export function SimilarCard({ shown }: { readonly shown: ServiceCase }) {
  const mayWrite = useMay()('cases.write') && shown.status !== 'merged';
  const { subject, description, customerId, serviceId, id } = shown;
  const { data = [] } = useQuery(similarQuery({ text: `${subject}\n${description}`, customerId, serviceId, exceptId: id, limit: 4 }));
  const link = useMutation({
    mutationFn: (body: Link) => call(linkCases, { params: { id }, body }),
    meta: { done: m.cases_similar_linked() },
  });
  const linked = new Set(shown.links.map((one) => one.id));
  const items = data.filter((similar) => !linked.has(similar.id));
  if (items.length === 0) return null;
  return (
    <Card title={m.cases_similar()}>
      <SimilarList
        items={items}
        beside={false}
        actions={(similar) =>
          mayWrite ? (
            <>
              <Button
                size="small"
                aria-label={m.cases_similar_link_of({ number: similar.number })}
                onClick={() => link.mutate({ otherId: similar.id, kind: 'related' })}
              >
                {m.cases_similar_link()}
              </Button>
              <Button
                size="small"
                aria-label={m.cases_similar_duplicate_of({ number: similar.number })}
                onClick={() => link.mutate({ otherId: similar.id, kind: 'duplicate-of' })}
              >
                {m.cases_similar_duplicate()}
              </Button>
            </>
          ) : null
        }
      />
    </Card>
  );
}
