import type { ServiceCase } from '@zhiheng/contract/cases/case';
import { Button } from 'antd';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import type { SaveCase } from './use-save-case.ts';

/** A customer's "thanks" starts no clock: offered while the last word is the customer's and a next reply is being counted. */
export function NoReplyButton({ shown, saving }: { readonly shown: ServiceCase; readonly saving: SaveCase }) {
  const counted = shown.clocks.some(({ target, state }) => target === 'next-reply' && (state === 'running' || state === 'overdue'));
  if (shown.lastFrom !== 'customer' || !counted) return null;
  const mark = () =>
    saving.save({
      base: shown,
      change: { replyNotNeeded: true },
      onSaved: () => showToast({ tone: 'good', words: m.cases_no_reply_done() }),
    });
  return <Button onClick={mark}>{m.cases_no_reply_needed()}</Button>;
}
