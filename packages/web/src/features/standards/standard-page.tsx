import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Standard } from '@zhiheng/contract/standards/standards';
import { Select } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { statusOf } from '../../lib/problem-words.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { FactTable } from '../../ui/fact-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { usePartOptions } from '../subjects/index.ts';
import { ClauseList } from './clause-list.tsx';
import { ComparisonCard } from './comparison-card.tsx';
import { OpenVersionNote } from './open-version-note.tsx';
import { StandardActions } from './standard-actions.tsx';
import { StandardBadge } from './standard-badge.tsx';
import { versionWords } from './standard-words.ts';
import { standardQuery } from './standards.query.ts';
import styles from './standards.module.css';
import { VersionsCard } from './versions-card.tsx';

const route = getRouteApi('/app/standards/$id');

/** One standard: its clauses, how it stands, what changed and who approved it. */
export function StandardPage() {
  const { id } = route.useParams();
  const format = useFormat();
  const query = useQuery(standardQuery(id));
  const standard = query.data;
  return (
    <>
      <PageHeader
        title={standard === undefined ? m.standards_title() : format.text(standard.name)}
        line={standard === undefined || format.text(standard.purpose) === '' ? m.standards_line() : format.text(standard.purpose)}
        actions={
          <>
            <Link to="/app/standards">{m.standards_back()}</Link>
            {standard === undefined ? null : <StandardActions standard={standard} />}
          </>
        }
      />
      {statusOf(query.error) === 404 ? (
        <EmptyState title={m.standards_gone()} action={<Link to="/app/standards">{m.standards_back()}</Link>} />
      ) : (
        <QueryView query={query}>{(data) => <Content standard={data} />}</QueryView>
      )}
    </>
  );
}

function Content({ standard }: { readonly standard: Standard }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { versions } = standard;
  const shown =
    versions.find(({ number }) => number === search.version) ?? versions.find(({ number }) => number === standard.number) ?? versions[0];
  const choose = (
    <Select
      aria-label={m.standards_shown_version()}
      style={{ minWidth: 180 }}
      value={shown?.number ?? null}
      options={versions.map((version) => ({
        value: version.number,
        label: m.standards_version_of({ n: version.number, state: versionWords(version, standard) }),
      }))}
      onChange={(version) => void navigate({ search: (now) => ({ ...now, version: version ?? undefined }), replace: true })}
    />
  );
  return (
    <>
      <OpenVersionNote standard={standard} />
      <div className={styles.grid}>
        <div className={styles.side}>
          <Card title={m.standards_clauses()} actions={choose}>
            <ClauseList clauses={shown?.clauses ?? []} />
          </Card>
          {versions.length > 1 ? (
            <ComparisonCard
              standard={standard}
              since={search.since}
              shown={shown?.number}
              onChange={(since) => void navigate({ search: (now) => ({ ...now, since }), replace: true })}
            />
          ) : null}
        </div>
        <div className={styles.side}>
          <Facts standard={standard} />
          <VersionsCard standard={standard} />
        </div>
      </div>
    </>
  );
}

function Facts({ standard }: { readonly standard: Standard }) {
  const format = useFormat();
  const { service } = usePartOptions();
  const names = service.filter(({ id }) => standard.serviceIds.includes(id)).map(({ name }) => format.text(name));
  return (
    <Card title={m.standards_facts()}>
      <FactTable
        label={m.standards_facts()}
        rows={[
          [m.standards_state(), <StandardBadge key="state" standard={standard} />],
          [m.standards_in_force_from(), standard.inForceFrom ?? standard.comingOn ?? '—'],
          [m.standards_clauses(), format.number(standard.clauseCount)],
          [m.standards_untested(), format.number(standard.untested)],
          [m.standards_services(), names.length === 0 ? m.standards_services_all() : format.list(names)],
        ]}
      />
    </Card>
  );
}
