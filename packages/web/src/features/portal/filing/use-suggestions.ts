import { suggestAtPortal } from '@zhiheng/contract/cases/portal';
import type { Reply } from '@zhiheng/contract/endpoint';
import { useEffect, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useDelayed } from '../../../lib/use-delayed.ts';
import type { FilingDraft } from './filing-draft.ts';

export type Suggested = Reply<typeof suggestAtPortal>;
const none: Suggested = { offerId: null, items: [] };
/** Shorter words fit too much. */
const fewestSigns = 4;

/** Articles that fit what is being written, half a second after the last key; nothing comes where the house shows none. */
export function useSuggestions(code: string, draft: Pick<FilingDraft, 'subject' | 'description' | 'serviceId'> | null): Suggested {
  const [suggested, setSuggested] = useState(none);
  const text = useDelayed(draft === null ? '' : `${draft.subject}\n${draft.description}`.trim().slice(0, 4000), 500);
  const serviceId = draft === null || draft.serviceId === '' ? null : draft.serviceId;
  const { offerId } = suggested;
  useEffect(() => {
    if (text.length < fewestSigns) return;
    const gone = new AbortController();
    call(suggestAtPortal, { params: { code }, body: { text, serviceId, offerId } }, { signal: gone.signal }).then(
      (found) => setSuggested(found),
      // Without suggestions one can still file.
      () => undefined,
    );
    return () => gone.abort();
    // The offer goes along as it stands; it does not ask again by itself.
  }, [code, text, serviceId]);
  return suggested;
}
