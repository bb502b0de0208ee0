import type { Customer } from '@zhiheng/contract/customers/customers';
import type { ReactNode } from 'react';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { FactTable } from '../../ui/fact-table.tsx';
import { useMay } from '../identity/index.ts';
import { CustomerCases } from './customer-cases.tsx';
import { CustomerContracts } from './customer-contracts.tsx';
import { kindWords } from './customer-words.ts';
import styles from './customers.module.css';

export function CustomerDetail({ customer }: { readonly customer: Customer }) {
  const format = useFormat();
  const may = useMay();
  return (
    <div className={styles.detail}>
      <div className={styles.head}>
        <code className={styles.quiet}>{customer.code}</code>
        <span className={styles.quiet}>{kindWords[customer.kind]()}</span>
        <span className={styles.quiet}>{m.customers_updated({ at: format.ago(customer.updatedAt) })}</span>
      </div>
      {customer.masked ? <p className={styles.masked}>{m.customers_masked()}</p> : null}
      <Section title={m.customers_facts()}>
        <FactTable label={m.customers_facts()} rows={factsOf(customer, format)} />
        {customer.note === '' ? null : <p className={styles.prose}>{customer.note}</p>}
      </Section>
      <Section title={m.customers_contacts()}>
        <Contacts customer={customer} />
      </Section>
      {may('cases.read') ? (
        <Section title={m.customers_cases()}>
          <CustomerCases customerId={customer.id} />
        </Section>
      ) : null}
      {may('agreements.read') ? (
        <Section title={m.customers_contracts()}>
          <CustomerContracts customerId={customer.id} />
        </Section>
      ) : null}
    </div>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Contacts({ customer }: { readonly customer: Customer }) {
  if (customer.contacts.length === 0) return <p className={styles.quiet}>{m.customers_contacts_none()}</p>;
  return (
    <ul className={styles.people}>
      {customer.contacts.map(({ name, role, email, phone }, index) => (
        <li key={index}>
          <strong>{name}</strong>
          {[role, phone, email]
            .filter((text) => text !== '')
            .map((text) => (
              <span key={text} className={styles.quiet}>
                {text}
              </span>
            ))}
        </li>
      ))}
    </ul>
  );
}

function factsOf(customer: Customer, format: Format): (readonly [string, ReactNode])[] {
  const { phone, email, address, annualValue, since, openCases, attributes } = customer;
  return [
    [m.customers_segment(), segmentOf(customer, format)],
    [m.customers_phone(), phone || '—'],
    [m.customers_email(), email || '—'],
    [m.customers_address(), address || '—'],
    [m.customers_value(), annualValue === null ? '—' : format.number(annualValue)],
    [m.customers_since(), since ?? '—'],
    [m.customers_language(), customer.language === 'zh' ? m.customers_language_zh() : m.customers_language_en()],
    [m.customers_open_cases(), format.number(openCases)],
    ...Object.entries(attributes).map(([name, value]) => [name, value === null ? '—' : String(value)] as const),
  ];
}

function segmentOf({ segmentName, segmentBy }: Customer, format: Format): string {
  if (segmentName === null) return m.customers_no_segment();
  const segment = format.text(segmentName);
  return segmentBy === 'hand' ? m.customers_by_hand_long({ segment }) : m.customers_by_rule_long({ segment });
}
