import { useQuery } from '@tanstack/react-query';
import { listUnits } from '@zhiheng/contract/organisation/organisation';
import { Form, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { rolesQuery } from '../roles/roles.query.ts';

/** Roles and teams of a person, for the invitation and for later. */
export function AccountFields() {
  const format = useFormat();
  const roles = useQuery(rolesQuery);
  const teams = useQuery({ queryKey: ['units', 'teams'], queryFn: () => call(listUnits, { params: { kind: 'teams' } }) });
  const chosen = Form.useWatch<readonly string[] | undefined>('teamIds') ?? [];
  const teamOptions = (teams.data?.items ?? []).map((team) => ({ value: team.id, label: format.text(team.name) }));
  const roleOptions = (roles.data?.items ?? []).map((role) => ({ value: role.code, label: format.text(role.name) }));
  return (
    <>
      <Form.Item
        name="roles"
        label={m.admin_roles()}
        extra={m.admin_roles_help()}
        rules={[{ required: true, message: m.admin_roles_missing() }]}
      >
        <Select mode="multiple" optionFilterProp="label" options={roleOptions} loading={roles.isPending} />
      </Form.Item>
      <Form.Item name="teamIds" label={m.admin_teams()}>
        <Select mode="multiple" optionFilterProp="label" options={teamOptions} loading={teams.isPending} allowClear />
      </Form.Item>
      {chosen.length === 0 ? null : (
        <Form.Item name="leadIds" label={m.admin_leads()} extra={m.admin_leads_help()}>
          <Select mode="multiple" optionFilterProp="label" options={teamOptions.filter(({ value }) => chosen.includes(value))} allowClear />
        </Form.Item>
      )}
    </>
  );
}
