import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { ForbiddenState } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { ruleQuery } from '../automation.query.ts';
import { draftOf, emptyDraft } from './rule-draft.ts';
import { RuleEditor } from './rule-editor.tsx';

const route = getRouteApi('/app/admin/automation/$id');

/** One rule: when … and … then …, with its dry run and what it said before. */
export function AutomationRulePage() {
  const { id } = route.useParams();
  const may = useMay();
  if (id !== 'new') return <Known id={id} />;
  if (!may('automation.define')) return <ForbiddenState />;
  return (
    <>
      <PageHeader title={m.automation_new()} line={<Back />} />
      <RuleEditor start={emptyDraft} rule={null} />
    </>
  );
}

function Known({ id }: { readonly id: string }) {
  const query = useQuery(ruleQuery(id));
  return (
    <QueryView query={query}>
      {(rule) => (
        <>
          <PageHeader title={rule.name} line={<Back />} />
          <RuleEditor key={rule.version} start={draftOf(rule.name, rule.definition)} rule={rule} />
        </>
      )}
    </QueryView>
  );
}

const Back = () => <Link to="/app/admin/automation">{m.automation_back()}</Link>;
