import { useMay, useMe } from '../me.query.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useRoleName } from '../roles/use-role-name.ts';
import { PasswordForm } from './password-form.tsx';
import { ProfileForm } from './profile-form.tsx';
import { SessionsList } from './sessions-list.tsx';
import styles from './account-page.module.css';

export function AccountPage() {
  const me = useMe();
  return (
    <>
      <PageHeader title={m.shell_account()} line={useMay()('identity.read') ? <RolesLine /> : me.email} />
      <div className={styles.columns}>
        <Card title={m.admin_profile()}>
          <ProfileForm />
        </Card>
        <Card title={m.admin_change_password()}>
          <PasswordForm />
        </Card>
        <div className={styles.whole}>
          <Card title={m.admin_sessions()} aside={m.admin_sessions_line()}>
            <SessionsList />
          </Card>
        </div>
      </div>
    </>
  );
}

function RolesLine() {
  const me = useMe();
  const roleName = useRoleName();
  return `${me.email} · ${me.roles.map(roleName).join(' · ')}`;
}
