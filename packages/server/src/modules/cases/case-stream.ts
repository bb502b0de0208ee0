import { caseStream, changedCases, type ChangedCases } from '@zhiheng/contract/cases/case-stream';
import { id } from '@zhiheng/contract/values/page';
import type { Notices } from '../../platform/database/notices.ts';
import type { Binder } from '../../platform/http/bind.ts';
import { bindEvents } from '../../platform/http/event-streams.ts';
import { caseChannelName } from './announce-case.ts';

const announcement = changedCases.extend({ orgId: id });

const mostPages = 500;

/** Tells the pages of an organisation which cases have changed. */
export function bindCaseStream(binder: Binder, notices: Notices): void {
  bindEvents(binder, caseStream, {
    ...{ notices, channel: caseChannelName, most: mostPages, keyOf: ({ orgId }) => orgId },
    hear: (payload, streams) => {
      const { orgId, ids } = announcement.parse(JSON.parse(payload));
      streams.say(orgId, 'cases', { ids } satisfies ChangedCases);
    },
  });
}
