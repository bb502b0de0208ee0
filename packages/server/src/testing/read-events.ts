import type { TestOrganisation } from './sign-in.ts';

/** The log of an organisation, oldest first; only one kind of event when named. */
export const eventsOf = (org: TestOrganisation, type?: string) =>
  org.inside(({ db, orgId }) => {
    const all = db
      .selectFrom('event')
      .select(['type', 'entity_kind', 'entity_id', 'label', 'data', 'actor_id', 'actor_kind'])
      .where('org_id', '=', orgId);
    return (type === undefined ? all : all.where('type', '=', type)).orderBy('id').execute();
  });
