import { z } from 'zod';
import { figureStream } from '@zhiheng/contract/insight/figure-stream';
import { id } from '@zhiheng/contract/values/page';
import type { Notices } from '../../platform/database/notices.ts';
import type { Binder } from '../../platform/http/bind.ts';
import { bindEvents } from '../../platform/http/event-streams.ts';
import { figuresChannel } from '../measurement/index.ts';

const announcement = z.array(id);

const mostPages = 500;

/** Says only that there is something new: what, each page asks for under its own rights. */
export function bindFigureStream(binder: Binder, notices: Notices): void {
  bindEvents(binder, figureStream, {
    ...{ notices, channel: figuresChannel, most: mostPages, keyOf: ({ orgId }) => orgId },
    hear: (payload, streams) => {
      for (const orgId of announcement.parse(JSON.parse(payload))) streams.say(orgId, 'figures', {});
    },
  });
}
