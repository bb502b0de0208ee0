import type { Permission } from '@zhiheng/contract/identity/permission';
import { Checkbox } from 'antd';
import { permissionGroups, permissionWords } from './permission-words.ts';
import styles from './permission-choice.module.css';

interface Props {
  /** antd's form gives these */
  readonly value?: Permission[];
  readonly onChange?: (value: Permission[]) => void;
}

export function PermissionChoice({ value = [], onChange = () => undefined }: Props) {
  const set = (permission: Permission, on: boolean) => onChange(on ? [...value, permission] : value.filter((one) => one !== permission));
  return (
    <div className={styles.groups}>
      {permissionGroups.map((group) => (
        <div key={group.title()} role="group" aria-label={group.title()} className={styles.group}>
          <p className={styles.title} aria-hidden="true">
            {group.title()}
          </p>
          {group.permissions.map((permission) => (
            <Checkbox key={permission} checked={value.includes(permission)} onChange={(event) => set(permission, event.target.checked)}>
              {permissionWords[permission]()}
            </Checkbox>
          ))}
        </div>
      ))}
    </div>
  );
}
