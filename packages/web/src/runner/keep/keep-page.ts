/** Lets the page of a kiosk be opened again without a connection: a worker for this address alone keeps it. A browser that has none goes without. */
export async function keepPage(token: string, script: string): Promise<void> {
  const workers = (navigator as { readonly serviceWorker?: ServiceWorkerContainer }).serviceWorker;
  if (workers === undefined) return;
  const registration = await workers.register('/s/kiosk.js', { scope: `/s/${token}` }).catch(() => null);
  if (registration === null) return;
  const { active } = await workers.ready;
  active?.postMessage(script);
}
