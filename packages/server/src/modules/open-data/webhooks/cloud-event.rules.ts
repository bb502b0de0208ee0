import type { DomainEvent } from '../../../platform/events/subscriber.ts';

/** Of these only the id goes out: what they say is personal, or only for some. Whoever may see it asks for it. */
const personalKinds: ReadonlySet<string> = new Set([
  ...['account', 'customer', 'customer-contact', 'feedback', 'follow-up', 'invitation', 'survey-response', 'response'],
  ...['field-session', 'field-sheet', 'field-quote', 'mail', 'api-key', 'access-link', 'notification-delivery', 'suggestion'],
]);

/** Parts of an event that name people or hold their words, whatever it is about. */
const personalParts: ReadonlySet<string> = new Set([
  'contactName',
  'contactEmail',
  'contactPhone',
  'email',
  'name',
  'text',
  'note',
  'description',
  'subject',
]);

interface Origin {
  readonly orgId: string;
  /** a case that only some may see */
  readonly restricted: boolean;
}

/**
 * An event as CloudEvents 1.0 in structured mode (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md). `id` is that of the
 * event, so that whoever hears it twice knows.
 */
export function cloudEventOf(event: DomainEvent, { orgId, restricted }: Origin): string {
  const hidden = restricted || personalKinds.has(event.entityKind);
  const shown = Object.fromEntries(Object.entries(event.data).filter(([part]) => !personalParts.has(part)));
  return JSON.stringify({
    specversion: '1.0',
    id: event.id,
    source: `/organisations/${orgId}`,
    type: `org.zhiheng.${event.type}`,
    subject: `${event.entityKind}/${event.entityId}`,
    time: event.at.toISOString(),
    datacontenttype: 'application/json',
    data: {
      entity: { kind: event.entityKind, id: event.entityId },
      actor: { kind: event.actorKind, id: event.actorId },
      ...(hidden ? {} : { changes: shown }),
    },
  });
}
