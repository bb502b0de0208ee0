import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { MoreButton } from '../../ui/more-button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Skeleton } from '../../ui/states.tsx';
import styles from './service-history.module.css';
import { serviceHistoryQuery } from './services.query.ts';

const fieldWords: Readonly<Record<string, () => string>> = {
  name: m.library_services_name,
  type: m.library_services_type,
  description: m.library_services_description,
  customers: m.library_services_customers,
  ownerId: m.library_services_owner,
  teamId: m.library_services_team,
  channels: m.library_services_channels,
  state: m.library_services_state,
  parentId: m.library_services_parent,
  dependsOn: m.library_services_depends_on,
};

/** Who did what with the service, newest first. */
export function ServiceHistory({ id }: { readonly id: string }) {
  const format = useFormat();
  const query = useInfiniteQuery(serviceHistoryQuery(id));
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton rows={3} />}
      isEmpty={(data) => data.pages[0]?.items.length === 0}
      empty={{ title: m.library_services_history_none() }}
    >
      {(data) => (
        <>
          <ol className={styles.history}>
            {data.pages
              .flatMap((page) => page.items)
              .map((change) => (
                <li key={change.id}>
                  <p>
                    <strong>{m.library_services_history_event({ type: change.type })}</strong>{' '}
                    <span className={styles.quiet}>
                      {change.actor ?? m.library_services_system()} · {format.dateTime(change.at)}
                    </span>
                  </p>
                  {change.type === 'service.changed' ? (
                    <p className={styles.quiet}>{m.library_services_changed_fields({ fields: fieldsOf(change.data, format.locale) })}</p>
                  ) : null}
                </li>
              ))}
          </ol>
          <MoreButton query={query} />
        </>
      )}
    </QueryView>
  );
}

const fieldsOf = (data: Readonly<Record<string, unknown>>, locale: 'zh' | 'en'): string =>
  Object.keys(data)
    .map((field) => fieldWords[field]?.() ?? field)
    .join(locale === 'zh' ? '、' : ', ');
