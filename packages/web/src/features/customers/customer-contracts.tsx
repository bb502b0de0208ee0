import { useQuery } from '@tanstack/react-query';
import { m } from '../../paraglide/messages.js';
import { QueryView } from '../../ui/query-view.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { customerContractsQuery } from './customers.query.ts';
import styles from './customers.module.css';

export function CustomerContracts({ customerId }: { readonly customerId: string }) {
  const query = useQuery(customerContractsQuery(customerId));
  return (
    <QueryView query={query} skeleton={<Skeleton rows={2} />}>
      {({ items }) =>
        items.length === 0 ? (
          <p className={styles.quiet}>{m.customers_contracts_none()}</p>
        ) : (
          <ul className={styles.people}>
            {items.map(({ id, number, name, validFrom, validTo }) => (
              <li key={id}>
                <strong>{name}</strong>
                <span className={styles.quiet}>{number}</span>
                <span className={styles.quiet}>{periodWords(validFrom, validTo)}</span>
              </li>
            ))}
          </ul>
        )
      }
    </QueryView>
  );
}

const periodWords = (from: string, to: string | null): string =>
  to === null ? m.customers_contract_open_end({ from }) : m.customers_contract_from_to({ from, to });
