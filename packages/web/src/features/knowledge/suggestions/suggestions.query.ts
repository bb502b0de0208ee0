import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Reply } from '@zhiheng/contract/endpoint';
import { suggestArticles } from '@zhiheng/contract/knowledge/knowledge';
import { useRef } from 'react';
import { call } from '../../../lib/call.ts';
import { useDelayed } from '../../../lib/use-delayed.ts';

export type SuggestedArticle = Reply<typeof suggestArticles>['items'][number];

interface Asked {
  readonly text: string;
  readonly serviceId: string | null;
  /** whether it is an offer that may spare a case */
  readonly recorded: boolean;
  readonly enabled: boolean;
}

/** Fewer signs than this say nothing yet. */
const fewestSigns = 4;
/** People pause between words; only a longer pause is worth a question. */
const pause = 500;

/** Articles that fit what somebody writes, and the offer under which they were shown. */
export function useSuggestions({ text, serviceId, recorded, enabled }: Asked) {
  const asked = useDelayed(text.trim().slice(0, 2000), pause);
  const offer = useRef<string | null>(null);
  const ended = useRef(false);
  const { data } = useQuery({
    queryKey: ['article-suggestions', asked, serviceId, recorded],
    queryFn: async ({ client, queryKey }) => {
      // After a change everything is asked for again; an offer that has ended must not begin anew by that.
      if (ended.current) return client.getQueryData<SuggestedArticle[]>(queryKey) ?? [];
      const answer = await call(suggestArticles, { body: { text: asked, serviceId, recorded, offerId: offer.current, limit: 3 } });
      offer.current = answer.offerId ?? offer.current;
      return answer.items;
    },
    enabled: enabled && asked.length >= fewestSigns,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  const items: readonly SuggestedArticle[] = asked.length >= fewestSigns ? (data ?? []) : [];
  return {
    items,
    offerId: () => offer.current,
    /** No more is offered: names the offer whose end is known now, if anything was offered. */
    end: () => {
      ended.current = true;
      return offer.current;
    },
  };
}
export type Suggestions = ReturnType<typeof useSuggestions>;
