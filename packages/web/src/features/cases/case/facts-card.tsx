import { LockOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import type { ReactNode } from 'react';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { contractsQuery, suppliersQuery } from '../../agreements/index.ts';
import { useMay } from '../../identity/index.ts';
import { usePartOptions } from '../../subjects/index.ts';
import { customFacts } from '../custom/custom-facts.ts';
import { useCustomFields } from '../custom/custom-fields.query.ts';
import { causeWords, channelWords, complaintKindWords, severityWords, typeWords } from '../words/case-words.ts';
import styles from './facts-card.module.css';

type Fact = readonly [string, ReactNode];

/** Who, where, what: everything known about the case beside its thread. */
export function FactsCard({ shown, actions }: { readonly shown: ServiceCase; readonly actions?: ReactNode }) {
  const format = useFormat();
  const sites = usePartOptions().site;
  const fields = useCustomFields();
  const site = sites.find(({ id }) => id === shown.siteId);
  const parties = usePartyFacts(shown);
  const facts: Fact[] = [
    ...who(shown),
    ...what(shown, format),
    ...customFacts(shown.custom, fields, format),
    ...(site === undefined ? [] : [[m.cases_fact_site(), format.text(site.name)] as const]),
  ];
  return (
    <Card title={m.cases_facts()} aside={shown.masked ? m.cases_masked() : undefined} actions={actions}>
      <dl className={styles.facts}>
        {[...facts, ...handling(shown, format), ...parties].map(([word, value]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** Supplier and contract, by name. */
function usePartyFacts({ supplierId, contractId }: ServiceCase): Fact[] {
  const format = useFormat();
  const allowed = useMay()('agreements.read');
  const { data: suppliers = [] } = useQuery({ ...suppliersQuery, enabled: allowed && supplierId !== null });
  const { data: contracts = [] } = useQuery({ ...contractsQuery, enabled: allowed && contractId !== null });
  const supplier = suppliers.find(({ id }) => id === supplierId);
  const contract = contracts.find(({ id }) => id === contractId);
  return [
    ...given(m.cases_fact_supplier(), supplier === undefined ? null : format.text(supplier.name)),
    ...given(m.cases_fact_contract(), contract === undefined ? null : `${contract.number} ${contract.name}`),
  ];
}

/** A fact that is empty is not shown. */
const given = (word: string, value: string | null): Fact[] => (value === null || value === '' ? [] : [[word, value]]);

function who(shown: ServiceCase): Fact[] {
  if (shown.anonymous) return [[m.cases_fact_contact(), m.cases_fact_anonymous()]];
  return [
    ...given(m.cases_fact_customer(), shown.customerName),
    ...given(m.cases_fact_contact(), shown.contactName === shown.customerName ? null : shown.contactName),
    ...given(m.cases_fact_phone(), shown.contactPhone),
    ...given(m.cases_fact_email(), shown.contactEmail),
  ];
}

function what(shown: ServiceCase, format: Format): Fact[] {
  const name = (text: ServiceCase['serviceName']) => (text === null ? null : format.text(text));
  return [
    [m.cases_fact_type(), typeWords[shown.type]()],
    [m.cases_fact_channel(), channelWords[shown.channel]()],
    ...given(m.cases_fact_service(), name(shown.serviceName)),
    ...given(m.cases_fact_category(), name(shown.categoryName)),
    ...given(m.cases_fact_severity(), shown.severity === null ? null : severityWords[shown.severity]()),
    ...given(m.cases_fact_complaint_kind(), shown.complaintKind === null ? null : complaintKindWords[shown.complaintKind]()),
    ...given(m.cases_fact_cause(), shown.cause === null ? null : causeWords[shown.cause]()),
    ...given(m.cases_fact_remedy(), shown.remedy),
  ];
}

function handling(shown: ServiceCase, format: Format): Fact[] {
  const { mergedInto } = shown;
  return [
    ...given(m.cases_fact_team(), shown.teamName === null ? null : format.text(shown.teamName)),
    [m.cases_fact_assignee(), shown.assigneeName ?? m.cases_nobody()],
    ...firstContact(shown),
    ...given(m.cases_fact_tags(), format.list(shown.tags)),
    ...given(
      m.cases_fact_rating(),
      shown.rating === null || shown.ratings.length > 0 ? null : m.cases_fact_rating_value({ n: shown.rating }),
    ),
    ...given(m.cases_fact_reopened(), shown.reopened === 0 ? null : m.cases_fact_times({ n: format.number(shown.reopened) })),
    ...(mergedInto === null ? [] : [[m.cases_status_merged(), <CaseLink key="merged" number={mergedInto.number} />] as const]),
  ];
}

/** Whoever took the first contact stays responsible: shown, and locked. */
const firstContact = ({ firstContactName }: ServiceCase): Fact[] =>
  firstContactName === null
    ? []
    : [
        [
          m.cases_fact_first_contact(),
          <span key="first" title={m.cases_first_contact_locked()}>
            <LockOutlined aria-hidden="true" /> {firstContactName}
          </span>,
        ],
      ];

const CaseLink = ({ number }: { readonly number: string }) => (
  <Link to="/app/cases/$id" params={{ id: number }}>
    {number}
  </Link>
);
