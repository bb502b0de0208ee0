import type { confirmByLink as endpoint } from '@zhiheng/contract/cases/portal';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { conflict } from '../../../platform/errors.ts';
import type { PublicCall } from '../../../platform/operation.ts';
import { lockCase, type CaseState } from '../case-state.ts';
import { noteContact } from '../note-contact.ts';
import { readFollowUps } from '../read-follow-ups.ts';
import { saveCase, type WrittenEntry } from '../save-case.ts';
import { isLooped } from '../status.rules.ts';
import { byLink } from './enter-portal.ts';

type Body = Parsed<typeof endpoint>['body'];

/** What the customer says of the solution is the contact that the loop of a complaint waits for; other cases are closed or opened again by it. */
export const confirmByLink = (
  call: PublicCall,
  { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>,
): Promise<{ ok: true }> =>
  byLink(call, params.token, async (operation, caseId) => {
    const before = await lockCase(operation, caseId);
    if (before.status !== 'resolved' && before.status !== 'following-up') throw conflict('not_resolved', { status: before.status });
    const asked = isLooped(before.type) || (await readFollowUps(operation, caseId)).some(({ doneAt }) => doneAt === null);
    await saveCase(operation, before, { status: statusAfter(asked, body), ...entryOf(before, body) });
    if (asked) await noteContact(operation, before, contactOf(body));
    return { ok: true };
  });

/** The house closes a complaint; and a case after whose low rating it still owes a call stays where it is seen. */
function statusAfter(asked: boolean, { solved }: Body): CaseState['status'] {
  if (!solved) return 'open';
  return asked ? 'following-up' : 'closed';
}

const entryOf = ({ contactName }: CaseState, { note, solved }: Body): { readonly entry?: WrittenEntry } =>
  note === ''
    ? {}
    : {
        entry: {
          ...{ kind: 'message', from: 'customer', body: note, channel: 'portal', authorName: contactName, mentions: [], attachmentIds: [] },
          ...(solved && { asksForReply: false }),
        },
      };

const contactOf = ({ solved, rating, note }: Body) =>
  ({ channel: 'portal', outcome: solved ? 'solved' : 'not-solved', rating, note }) as const;
