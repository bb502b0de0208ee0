/**
 * The language in which a page opens: the one that the address names, else that of the invitation, else the first that the browser accepts,
 * else the first of the form.
 */
export function pageLanguage(languages: readonly string[], wishes: readonly (string | null | undefined)[]): string {
  for (const wish of wishes) {
    const found = wish === null || wish === undefined ? undefined : (exactly(languages, wish) ?? nearly(languages, wish));
    if (found !== undefined) return found;
  }
  return languages[0] ?? 'zh';
}

/** What a browser accepts, most wanted first: `en;q=0.8, zh-CN` is `zh-CN, en`. */
export function acceptedLanguages(header: string | undefined): readonly string[] {
  const parts = (header ?? '').split(',').map((part) => part.trim().split(/;\s*q=/));
  return parts
    .map(([language = '', weight = '1']) => ({ language, weight: Number(weight) }))
    .filter(({ language, weight }) => language !== '' && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ language }) => language);
}

const exactly = (languages: readonly string[], wish: string): string | undefined =>
  languages.find((language) => language.toLowerCase() === wish.toLowerCase());

/** `zh-CN` is served by `zh`, and `pt` by `pt-BR`. */
const nearly = (languages: readonly string[], wish: string): string | undefined => {
  const [tongue] = wish.toLowerCase().split('-');
  return languages.find((language) => language.toLowerCase().split('-')[0] === tongue);
};
