import type { Role } from '@zhiheng/contract/identity/accounts';
import { Fragment } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { permissionGroups, permissionWords } from './permission-words.ts';
import styles from './permission-matrix.module.css';

/** Who may do what: permissions down, roles across. */
export function PermissionMatrix({ roles }: { readonly roles: readonly Role[] }) {
  const format = useFormat();
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={m.admin_permissions()}>
      <table className={styles.matrix}>
        <caption className="visually-hidden">{m.admin_matrix_title()}</caption>
        <thead>
          <tr>
            <td />
            {roles.map((role) => (
              <th key={role.id} scope="col">
                {format.text(role.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissionGroups.map((group) => (
            <Fragment key={group.title()}>
              <tr>
                <th scope="rowgroup" colSpan={roles.length + 1} className={styles.group}>
                  {group.title()}
                </th>
              </tr>
              {group.permissions.map((permission) => (
                <tr key={permission}>
                  <th scope="row">{permissionWords[permission]()}</th>
                  {roles.map((role) => (
                    <Mark key={role.id} allowed={role.permissions.includes(permission)} />
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Mark({ allowed }: { readonly allowed: boolean }) {
  return (
    <td className={allowed ? styles.yes : styles.no}>
      <span aria-hidden="true">{allowed ? '✓' : '–'}</span>
      <span className="visually-hidden">{allowed ? m.admin_yes() : m.admin_no()}</span>
    </td>
  );
}
