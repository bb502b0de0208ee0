import type { Sealer } from '../../platform/sealed/sealer.ts';
import { MailError, type MailServer } from '../../platform/mail/mail-server.ts';

interface Account extends Omit<MailServer, 'password'> {
  readonly user: string;
}

export type Direction = 'outgoing' | 'incoming';

/** A password opens only where it was sealed: in its organisation, for its direction. */
export const placeOf = (orgId: string, direction: Direction): string => `mail:${orgId}:${direction}`;

interface Sealed {
  readonly sealer: Sealer;
  readonly sealed: string | null;
  readonly place: string;
}

/** A server with its password. Throws a MailError when the secret of the installation no longer opens it. */
export function openAccount({ host, port, security, user }: Account, { sealer, sealed, place }: Sealed): MailServer {
  const password = sealed === null ? '' : sealer.unseal(sealed, place);
  if (password === null) throw new MailError('password_lost', '');
  return { host, port, security, user, password };
}
