import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { createResetLink as endpoint } from '@zhiheng/contract/identity/accounts';
import { conflict } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { baseOf, createAccessLink } from './access-link.ts';
import { refuseMorePowerful } from './grant.rules.ts';
import { lockAccount } from './lock-account.ts';
import { permissionsOf, readAccount } from './select-accounts.ts';

/** For somebody who lost the invitation it is a new invitation. */
export const createResetLink =
  (publicUrl: string | null) =>
  async (call: Call, { params }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> => {
    await lockAccount(call, params.id);
    const account = await readAccount(call, params.id);
    refuseMorePowerful(call.actor, await permissionsOf(call, params.id));
    if (account.state === 'disabled') throw conflict('account_disabled');
    const kind = account.state === 'invited' ? 'invite' : 'reset';
    const link = await createAccessLink(call, { accountId: params.id, kind, base: baseOf(call.request, publicUrl) });
    const entity = { kind: 'account', id: params.id, label: account.email };
    await recordEvent(call, { type: 'account.reset-link-created', entity, data: { kind } });
    return link;
  };
