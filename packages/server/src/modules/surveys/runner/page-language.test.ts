import { describe, expect, it } from 'vitest';
import { acceptedLanguages, pageLanguage } from './page-language.rules.ts';

describe('the language of a page', () => {
  it('is the first wish that the form can grant', () => {
    expect(pageLanguage(['zh', 'en'], ['en', 'zh'])).toBe('en');
    expect(pageLanguage(['zh', 'en'], ['fr', null, 'en'])).toBe('en');
    expect(pageLanguage(['ug', 'zh'], ['fr', undefined])).toBe('ug');
  });

  it('is near to a wish where it cannot be exact', () => {
    expect(pageLanguage(['en', 'zh'], ['zh-CN'])).toBe('zh');
    expect(pageLanguage(['en', 'pt-BR'], ['PT'])).toBe('pt-BR');
    expect(pageLanguage(['pt', 'pt-BR'], ['pt-br'])).toBe('pt-BR');
  });

  it('follows the weights of the browser, and not what it refuses', () => {
    expect(acceptedLanguages('en;q=0.8, zh-CN, fr;q=0')).toEqual(['zh-CN', 'en']);
    expect(acceptedLanguages(undefined)).toEqual([]);
  });
});
