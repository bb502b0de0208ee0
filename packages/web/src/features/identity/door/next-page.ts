/** Where to go after the sign-in: back to where one came from, if that is a page of ours. */
export function nextPage(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '';
  return /^\/app(\/|\?|$)/.test(next) ? next : '/app/board';
}
