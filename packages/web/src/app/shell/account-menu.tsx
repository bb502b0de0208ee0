import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { signOut, useMe } from '../../features/identity/index.ts';
import { m } from '../../paraglide/messages.js';
import { PopoverMenu } from '../../ui/popover-menu.tsx';
import styles from './account-menu.module.css';

export function AccountMenu() {
  const me = useMe();
  const leave = useMutation({ mutationFn: signOut });
  const initial = Array.from(me.name)[0] ?? '?';
  return (
    <PopoverMenu label={m.shell_account_menu({ name: me.name })} face={<span className={styles.avatar}>{initial}</span>}>
      <p className={styles.who}>
        <strong>{me.name}</strong>
        <span>{me.email}</span>
      </p>
      <Link to="/app/account" className={styles.item}>
        <UserOutlined /> {m.shell_account()}
      </Link>
      <button type="button" className={styles.item} onClick={() => leave.mutate()}>
        <LogoutOutlined /> {m.shell_sign_out()}
      </button>
    </PopoverMenu>
  );
}
