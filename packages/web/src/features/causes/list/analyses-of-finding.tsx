import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { causeMethod, type CauseMethod } from '@zhiheng/contract/causes/cause-tree';
import { createAnalysis } from '@zhiheng/contract/causes/causes';
import { Button, Dropdown } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useMay } from '../../identity/index.ts';
import { methodWords } from '../cause-words.ts';
import { analysesOfFindingQuery } from '../causes.query.ts';
import { AnalysesTable } from './analyses-table.tsx';

/** On the page of a finding: what was looked into, and how to begin. */
export function AnalysesOfFinding({ findingId }: { readonly findingId: string }) {
  const may = useMay();
  const query = useQuery(analysesOfFindingQuery(findingId));
  return (
    <Card title={m.causes_of_finding()} actions={may('findings.write') ? <BeginMenu findingId={findingId} /> : undefined}>
      <QueryView query={query}>
        {(analyses) => (analyses.length === 0 ? <p>{m.causes_of_finding_none()}</p> : <AnalysesTable analyses={analyses} />)}
      </QueryView>
    </Card>
  );
}

function BeginMenu({ findingId }: { readonly findingId: string }) {
  const navigate = useNavigate();
  const begin = useMutation({
    mutationFn: (method: CauseMethod) => call(createAnalysis, { body: { findingId, method } }),
    onSuccess: ({ id }) => navigate({ to: '/app/causes/$id', params: { id } }),
  });
  const items = causeMethod.options.map((method) => ({ key: method, label: methodWords[method](), onClick: () => begin.mutate(method) }));
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button loading={begin.isPending}>{m.causes_new()}</Button>
    </Dropdown>
  );
}
