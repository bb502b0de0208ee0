import { Link } from '@tanstack/react-router';
import type { Service } from '@zhiheng/contract/catalog/services';
import type { ReactNode } from 'react';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { FactTable } from '../../ui/fact-table.tsx';
import { useMay } from '../identity/index.ts';
import { ServiceHistory } from './service-history.tsx';
import { ServiceLink } from './service-link.tsx';
import { ServiceStateBadge } from './service-state-badge.tsx';
import styles from './service-detail.module.css';
import type { ServiceWithUsers } from './services.query.ts';

interface Props {
  readonly service: ServiceWithUsers;
  readonly services: readonly Service[];
}

export function ServiceDetail({ service, services }: Props) {
  const format = useFormat();
  const may = useMay();
  const description = format.text(service.description);
  const links = (ids: readonly string[]) => linksTo(ids, services, format);
  const relations: readonly (readonly [string, ReactNode])[] = [
    [m.library_services_parent(), links(service.parentId === null ? [] : [service.parentId])],
    [m.library_services_children(), links(service.children)],
    [m.library_services_depends_on(), links(service.dependsOn)],
    [m.library_services_dependents(), links(service.dependents)],
  ];
  return (
    <div className={styles.detail}>
      <div className={styles.head}>
        <ServiceStateBadge state={service.state} />
        <code className={styles.quiet}>{service.code}</code>
        <span className={styles.quiet}>{m.library_services_updated({ at: format.ago(service.updatedAt) })}</span>
      </div>
      <p className={description === '' ? styles.quiet : styles.prose}>
        {description === '' ? m.library_services_no_description() : description}
      </p>
      {may('insight.read') ? (
        <p>
          <Link to="/app/board" search={{ serviceId: service.id }}>
            {m.library_services_open_board()} →
          </Link>
        </p>
      ) : null}
      <Section title={m.library_services_basics()}>
        <FactTable label={m.library_services_basics()} rows={basicsOf(service, format)} />
      </Section>
      <Section title={m.library_services_relations()}>
        <FactTable label={m.library_services_relations()} rows={relations} />
      </Section>
      <Section title={m.library_services_history()}>
        {may('audit.read') ? <ServiceHistory id={service.id} /> : <p className={styles.quiet}>{m.library_services_history_hidden()}</p>}
      </Section>
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

function basicsOf(service: Service, format: Format): [string, string][] {
  const channels = service.channels.map((code) => m.library_service_channel({ code })).join(format.locale === 'zh' ? '、' : ', ');
  return [
    [m.library_services_type(), m.library_service_type({ code: service.type })],
    [m.library_services_customers(), service.customers === null ? '—' : format.text(service.customers)],
    [m.library_services_team(), service.teamName === null ? '—' : format.text(service.teamName)],
    [m.library_services_owner(), service.ownerName ?? '—'],
    [m.library_services_channels(), channels || '—'],
  ];
}

/** What is in the trash is not in the catalogue and gets no link. */
function linksTo(ids: readonly string[], services: readonly Service[], format: Format): ReactNode {
  const found = services.filter(({ id }) => ids.includes(id));
  if (found.length === 0) return '—';
  return (
    <ul>
      {found.map(({ id, name }) => (
        <li key={id}>
          <ServiceLink id={id}>{format.text(name)}</ServiceLink>
        </li>
      ))}
    </ul>
  );
}
