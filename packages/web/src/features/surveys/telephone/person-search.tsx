import { useQuery } from '@tanstack/react-query';
import { listCustomers } from '@zhiheng/contract/customers/customers';
import { listInvitations, type Distribution } from '@zhiheng/contract/surveys/distributions';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useDelayed } from '../../../lib/use-delayed.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { Labelled } from '../../../ui/labelled.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useMay } from '../../identity/index.ts';
import styles from './telephone.module.css';

/** Whom one talks to; nobody in particular has neither id. */
export interface Person {
  readonly key: string;
  readonly name: string;
  readonly contact: string;
  readonly customerId: string | null;
  readonly invitationId: string | null;
}

interface Props {
  readonly way: Distribution;
  /** the answers of an anonymous survey belong to nobody */
  readonly anonymous: boolean;
  readonly onChoose: (person: Person) => void;
}

const shown = 12;

export function PersonSearch({ way, anonymous, onChoose }: Props) {
  const may = useMay();
  const [text, setText] = useState('');
  const q = useDelayed(text.trim());
  const unknown: Person = { key: 'nobody', name: m.surveys_telephone_nobody(), contact: '', customerId: null, invitationId: null };
  return (
    <Card title={m.surveys_telephone_who()}>
      <div className={styles.search}>
        {anonymous ? (
          <p>{m.surveys_telephone_anonymous()}</p>
        ) : (
          <>
            <Labelled label={m.surveys_telephone_search()}>
              {(id) => <Input id={id} type="search" autoFocus value={text} onChange={(event) => setText(event.target.value)} />}
            </Labelled>
            {may('surveys.distribute') ? <Invited way={way} q={q} onChoose={onChoose} /> : null}
            {may('customers.read') && q !== '' ? <Customers q={q} onChoose={onChoose} /> : null}
          </>
        )}
        <Button onClick={() => onChoose(unknown)}>{m.surveys_telephone_begin()}</Button>
      </div>
    </Card>
  );
}

interface FoundProps {
  readonly q: string;
  readonly onChoose: (person: Person) => void;
}

function Customers({ q, onChoose }: FoundProps) {
  const query = useQuery({
    queryKey: ['customers', 'for-interview', q],
    queryFn: () => call(listCustomers, { query: { q, limit: shown } }),
  });
  return (
    <QueryView query={query}>
      {({ items }) => (
        <People
          label={m.surveys_telephone_customers()}
          people={items.map(({ id, name, phone, code }) => ({
            ...{ key: id, name, contact: phone === '' ? code : phone, customerId: id, invitationId: null },
          }))}
          onChoose={onChoose}
        />
      )}
    </QueryView>
  );
}

function Invited({ way, q, onChoose }: FoundProps & { readonly way: Distribution }) {
  const query = useQuery({
    queryKey: ['surveys', 'invitations', way.id, 'for-interview', q],
    queryFn: () => call(listInvitations, { params: { id: way.id }, query: { q: q === '' ? undefined : q, limit: shown } }),
  });
  const waiting = (query.data?.items ?? []).filter(({ state }) => state === 'waiting' || state === 'sent' || state === 'opened');
  if (waiting.length === 0) return null;
  return (
    <People
      label={m.surveys_invitations()}
      people={waiting.map(({ id, name, address }) => ({
        key: id,
        name: name || address,
        contact: address,
        customerId: null,
        invitationId: id,
      }))}
      onChoose={onChoose}
    />
  );
}

interface PeopleProps {
  readonly label: string;
  readonly people: readonly Person[];
  readonly onChoose: (person: Person) => void;
}

function People({ label, people, onChoose }: PeopleProps) {
  return (
    <section aria-label={label}>
      <h3 className={styles.quiet}>{label}</h3>
      {people.length === 0 ? <p className={styles.quiet}>{m.surveys_telephone_not_found()}</p> : null}
      <ul>
        {people.map((person) => (
          <li key={person.key}>
            <button type="button" className={styles.person} onClick={() => onChoose(person)}>
              <strong>{person.name}</strong> <span className={styles.quiet}>{person.contact}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
