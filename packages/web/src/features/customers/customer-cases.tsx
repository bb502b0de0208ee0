import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { QueryView } from '../../ui/query-view.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { CaseStatusBadge } from '../cases/index.ts';
import { customerCasesQuery } from './customers.query.ts';
import styles from './customers.module.css';

/** What the customer has asked for lately, open or over. */
export function CustomerCases({ customerId }: { readonly customerId: string }) {
  const format = useFormat();
  const query = useQuery(customerCasesQuery(customerId));
  return (
    <QueryView query={query} skeleton={<Skeleton rows={3} />}>
      {({ items, next }) =>
        items.length === 0 ? (
          <p className={styles.quiet}>{m.customers_cases_none()}</p>
        ) : (
          <>
            <ul className={styles.cases}>
              {items.map(({ id, number, subject, status, openedAt }) => (
                <li key={id}>
                  <Link to="/app/cases/$id" params={{ id }} className={styles.link}>
                    {subject}
                  </Link>
                  <span className={styles.caseLine}>
                    <CaseStatusBadge status={status} />
                    <span className={styles.quiet}>{number}</span>
                    <span className={styles.quiet}>{format.date(openedAt)}</span>
                  </span>
                </li>
              ))}
            </ul>
            {next === null ? null : (
              <p>
                <Link to="/app/cases" search={{ view: 'all', all: true, customerId }}>
                  {m.customers_cases_all()} →
                </Link>
              </p>
            )}
          </>
        )
      }
    </QueryView>
  );
}
