/** The mail, the packs and the demo. */
export const systemEvents = [
  'mail-settings.changed',
  'mail.failed',
  'mail.retried',
  'mail.quarantined',
  'mail.released',
  'mail.dismissed',
  'pack.installed',
  'demo.loaded',
  'demo.deleted',
] as const;
