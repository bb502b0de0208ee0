import { useQuery } from '@tanstack/react-query';
import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import { caseChannel, caseType, priority } from '@zhiheng/contract/cases/case';
import { useFormat } from '../../lib/format/use-format.ts';
import { calendarsQuery } from '../calendars/index.ts';
import { useMay } from '../identity/index.ts';
import { serviceOptionsQuery, unitOptionsQuery } from '../subjects/index.ts';
import { contractsQuery, customerOptionsQuery } from './agreements.query.ts';
import { valueText } from './condition-text.ts';

type Dimension = keyof AgreementDefinition['scope'];
export interface Choice {
  readonly value: string;
  readonly label: string;
}
export type Choices = Readonly<Record<Dimension | 'calendar', readonly Choice[]>>;

/** What an agreement can name, by name. `q` narrows the customers, of which there may be many. */
export function useChoices(q = ''): Choices {
  const format = useFormat();
  const may = useMay();
  const services = useQuery(serviceOptionsQuery);
  const segments = useQuery(unitOptionsQuery('segments'));
  const contracts = useQuery(contractsQuery);
  const calendars = useQuery(calendarsQuery);
  const customers = useQuery(customerOptionsQuery(q, may('customers.read')));
  const named = (list: readonly { id: string; name: { zh: string; en: string } }[] = []) =>
    list.map(({ id, name }) => ({ value: id, label: format.text(name) }));
  const words = (options: readonly string[]) => options.map((value) => ({ value, label: valueText(value) }));
  return {
    calendar: named(calendars.data),
    contract: (contracts.data ?? []).map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
    customer: (customers.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
    segment: named(segments.data),
    service: named(services.data),
    type: words(caseType.options),
    priority: words(priority.options),
    channel: words(caseChannel.options),
  };
}

/** The name behind a value; what is not known stands as it is. */
export const nameIn = (choices: readonly Choice[], value: string): string =>
  choices.find((choice) => choice.value === value)?.label ?? value;
