import type { ClockEvent } from '@zhiheng/sla-clock/clock';
import type { z } from 'zod';
import type { caseChannel } from '@zhiheng/contract/cases/case';
import { newId } from '../../platform/identifier.ts';
import { systemActor } from '../../platform/operation.ts';
import { insertEvents } from '../../platform/record-event.ts';
import { agreementsAt } from '../agreements/index.ts';
import { announceCase } from './announce-case.ts';
import { assignDraft, noteAssignment } from './assignment/assign-case.ts';
import type { CaseFieldValues } from './case-state.ts';
import { clockFields } from './case-fields.ts';
import { nextCaseNumber, type Opener } from './case-number.ts';
import { completeDraft, type CompletedDraft } from './complete-draft.ts';
import { insertCase } from './insert-case.ts';
import { holderOf, rowOfEvent, secondsOf } from './clock-rows.rules.ts';
import { observeCases } from './observations/observe-cases.ts';
import { projectCase } from './project-clocks.rules.ts';

/** A case before it has a number. What is null or empty is filled in from its category, service and customer where they know better. */
export interface CaseDraft extends Omit<CaseFieldValues, 'segmentId'> {
  readonly channel: z.infer<typeof caseChannel>;
  readonly anonymous: boolean;
  readonly openedAt: Date;
}

export const emptyDraft: Omit<CaseDraft, 'type' | 'subject' | 'openedAt'> = {
  description: '',
  priority: 'p3',
  severity: null,
  channel: 'api',
  serviceId: null,
  categoryId: null,
  siteId: null,
  customerId: null,
  contractId: null,
  contactName: '',
  contactEmail: '',
  contactPhone: '',
  teamId: null,
  assigneeId: null,
  supplierId: null,
  cause: null,
  complaintKind: null,
  remedy: '',
  tags: [],
  custom: {},
  language: 'zh',
  anonymous: false,
};

export interface OpenedCase {
  readonly id: string;
  readonly number: string;
  readonly version: number;
}

/** Opens a case: numbers and assigns it, starts its clocks, records the event. Whoever opens it is its first contact for good; an anonymous case names nobody. */
export const openCase = async (opener: Opener, given: CaseDraft): Promise<OpenedCase> =>
  openCompleted(opener, given, await completeDraft(opener, given));

/** The same for a draft that was completed before. */
export async function openCompleted(opener: Opener, given: CaseDraft, completed: CompletedDraft): Promise<OpenedCase> {
  const assigned = await assignDraft(opener, completed, given);
  const { draft, assignedBy } = assigned;
  const { agreements, revision } = await agreementsAt(opener, draft.house);
  const [id, number] = [newId(), await nextCaseNumber(opener)];
  const opened: ClockEvent = {
    kind: 'opened',
    at: secondsOf(draft.openedAt),
    status: 'new',
    party: holderOf({ status: 'new', ...draft }),
    fields: clockFields(draft),
    message: { from: 'customer', visibleToCustomer: true },
  };
  const projection = projectCase(agreements, [opened], secondsOf(opener.now));
  const firstContact = draft.anonymous ? null : opener.actor.accountId;
  const told = insertEvents(draft.anonymous ? { ...opener, actor: systemActor } : opener, [
    {
      type: 'case.opened',
      entity: { kind: 'case', id, label: number },
      data: {
        number,
        type: draft.type,
        priority: draft.priority,
        channel: draft.channel,
        teamId: draft.teamId,
        assigneeId: draft.assigneeId,
        assignedBy,
      },
    },
  ]);
  await insertCase(opener, draft, { id, number, firstContact, revision, event: rowOfEvent(opened), projection, told });
  await noteAssignment(opener, id, assigned);
  // Of a case that is not late yet there is nothing to count.
  if (projection.clocks.some((clock) => clock.breached_at !== null)) await observeCases(opener, [id]);
  announceCase(opener, id);
  return { id, number, version: 1 };
}
