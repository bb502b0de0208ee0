import type { Authenticator } from '../../platform/http/bind.ts';
export const authenticator: Authenticator = { findOrganisation: async () => null, identify: async () => null };
