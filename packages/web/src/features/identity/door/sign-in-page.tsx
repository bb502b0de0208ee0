import { setupState } from '@zhiheng/contract/packs/packs';
import { useEffect, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { DoorPage } from '../../../ui/door/door-page.tsx';
import { SignInForm } from './sign-in-form.tsx';
import styles from './sign-in-page.module.css';

export function SignInPage() {
  const installed = useInstalled();
  return (
    <DoorPage title={m.shell_sign_in()} line={m.shell_sign_in_line()}>
      {installed ? null : <p className={styles.note}>{m.shell_not_set_up()}</p>}
      <SignInForm />
      <p className={styles.lost}>{m.shell_password_lost()}</p>
    </DoorPage>
  );
}

/** On a fresh installation nobody can sign in yet: then the page says where the set-up link is. */
function useInstalled(): boolean {
  const [installed, setInstalled] = useState(true);
  useEffect(() => {
    call(setupState).then(
      (state) => setInstalled(state.installed),
      // The form itself says when the server cannot be reached.
      () => undefined,
    );
  }, []);
  return installed;
}
