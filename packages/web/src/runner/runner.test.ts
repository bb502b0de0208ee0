// @vitest-environment happy-dom
import { form, type FormInput } from '@zhiheng/forms/definition';
import type { Run } from '@zhiheng/contract/surveys/runs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readNumber } from './dom/read-question.ts';
import { html } from './html.ts';
import { localKeeper } from './keep/local-copy.ts';
import { createOutbox } from './keep/outbox.ts';
import { mountRunner } from './mount-runner.ts';
import { renderPage } from './page.ts';
import { Spurned, Unreached, type Submission, type Transport } from './send/transport.ts';
import { shuffled, shuffledBut } from './shuffled.ts';

const t = (zh: string) => ({ zh });
const two: FormInput = {
  languages: ['zh', 'en'],
  title: { zh: '评价', en: 'Rating' },
  pages: [
    {
      key: 'first',
      questions: [
        { key: 'score', type: 'scale', required: true, text: t('满意吗'), scale: { min: 1, max: 5 } },
        { key: 'why', type: 'text', text: t('为什么{{name|}}'), when: { op: 'le', field: 'score', value: 2 } },
      ],
    },
    { key: 'second', questions: [{ key: 'again', type: 'nps', text: t('会推荐吗') }], when: { op: 'answered', field: 'score' } },
  ],
  given: [{ key: 'name', name: t('姓名') }],
};
const runOf = (definition: FormInput = two, more: Partial<Run> = {}): Run => ({
  ...{ state: { kind: 'open' }, organisation: '明远', timeZone: 'Asia/Shanghai', surveyName: { zh: '评价', en: 'Rating' } },
  ...{ versionId: 'v1', form: form.parse(definition), given: {}, anonymous: false, mode: 'link', invited: false, language: null },
  ...{ resetSeconds: 60, saved: null, ...more },
});

let root: HTMLElement;
let sent: Submission[];
let transport: Transport;
beforeEach(() => {
  localStorage.clear();
  document.body.innerHTML = '<div></div>';
  root = document.body.firstElementChild as HTMLElement;
  root.scrollIntoView = () => undefined;
  sent = [];
  transport = { submit: async (submission) => (sent.push(submission), { state: 'complete', ending: null }) };
});

const mount = (run = runOf(), more = {}) =>
  mountRunner(root, { run, transport, outbox: createOutbox('token', transport), keeper: localKeeper('token'), ...more });
function choose(field: string, value: string) {
  const input = root.querySelector<HTMLInputElement>(`[name="${field}"][value="${value}"]`);
  if (input === null) throw new Error(`${field} has no ${value}`);
  input.checked = true;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
function write(field: string, words: string) {
  const input = root.querySelector<HTMLInputElement>(`[name="${field}"]`);
  if (input === null) throw new Error(`${field} is not shown`);
  input.value = words;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
const press = (what: string) => root.querySelector(`[data-do="${what}"]`)?.dispatchEvent(new Event('click', { bubbles: true }));
const next = () => root.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));

describe('the markup', () => {
  it('never reads what is put into it as markup', () => {
    expect(html`<p title="${'"><script>'}">${'<b>&'}</p>`.text).toBe('<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;</p>');
  });

  it('carries names and forms into the page without letting them out of it', () => {
    const evil = '</script><script>alert(1)</script>';
    const page = renderPage(
      { token: evil, run: runOf({ ...two, title: t(evil) }, { organisation: evil, given: { name: evil } }), resume: 'r', language: 'zh' },
      { script: '/s.js', styles: '' },
    );
    const parsed = new DOMParser().parseFromString(page, 'text/html');
    expect([...parsed.querySelectorAll('script')].map((script) => script.getAttribute('src') ?? script.id)).toEqual(['run', '/s.js']);
    expect(JSON.parse(parsed.querySelector('#run')?.textContent ?? '')).toMatchObject({ token: evil });
    expect(page).not.toContain('<script>alert');
  });

  it('has the first questions in it, nothing chosen, and waits for the script before it can be sent', () => {
    const page = renderPage({ token: 't', run: runOf(), resume: 'r', language: 'zh' }, { script: '/s.js', styles: '' });
    expect(page).toContain('满意吗');
    expect(page.split('<script')[0]).not.toContain('会推荐吗');
    expect(page).not.toMatch(/<input[^>]* checked/);
    expect(page).toMatch(/type="submit"[^>]* disabled/);
  });
});

describe('answering', () => {
  it('shows a question when its condition comes to hold, and sends only what is shown', async () => {
    mount();
    choose('score', '2');
    write('why', '慢');
    choose('score', '4');
    expect(root.querySelector('[name="why"]')).toBeNull();
    next();
    choose('again', '9');
    next();
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ versionId: 'v1', language: 'zh' });
    expect(sent[0]?.answers).toEqual({ score: 4, again: 9 });
    await vi.waitFor(() => expect(root.querySelector('h1')?.textContent).toBe('谢谢您！'));
  });

  it('holds the page back until what is required is there, and says so', () => {
    mount();
    next();
    expect(root.querySelector('[role="alert"]')?.textContent).toContain('1');
    expect(root.querySelector('[data-question="score"]')?.getAttribute('aria-invalid')).toBe('true');
    choose('score', '5');
    expect(root.querySelector('[role="alert"]')).toBeNull();
  });

  it('goes on where the last visit stopped', () => {
    const first = mount();
    choose('score', '5');
    next();
    first.unmount();
    mount();
    expect(root.querySelector('[name="again"]')).not.toBeNull();
    press('back');
    expect(root.querySelector<HTMLInputElement>('[name="score"][value="5"]')?.checked).toBe(true);
  });

  it('reads no copy of another version', () => {
    mount().unmount();
    leaveCopy('v1');
    mount(runOf(two, { versionId: 'v2' }));
    expect(root.querySelector('input:checked')).toBeNull();
  });

  it('keeps what was chosen before the script came', () => {
    const page = renderPage({ token: 't', run: runOf(), resume: 'r', language: 'zh' }, { script: '', styles: '' });
    root.innerHTML = new DOMParser().parseFromString(page, 'text/html').querySelector('#runner')?.innerHTML ?? '';
    const input = root.querySelector<HTMLInputElement>('[name="score"][value="1"]');
    if (input !== null) input.checked = true;
    mount(runOf(), { isDrawn: true });
    expect(root.querySelector<HTMLInputElement>('[name="score"][value="1"]')?.checked).toBe(true);
    expect(root.querySelector('[name="why"]')).not.toBeNull();
  });

  it('takes another form while it is shown, with the answers that still fit', () => {
    const runner = mount();
    choose('score', '2');
    const changed = { ...two, pages: [{ key: 'first', questions: two.pages[0]?.questions.slice(0, 1) ?? [] }] };
    runner.update(runOf(changed));
    expect(root.querySelector('[name="why"]')).toBeNull();
    expect(root.querySelector<HTMLInputElement>('[name="score"][value="2"]')?.checked).toBe(true);
  });
});

/** A copy that an earlier version left. */
function leaveCopy(versionId: string) {
  const copy = { resume: 'r', versionId, answers: { score: 1 }, page: null, language: 'zh', consent: false, uploads: [], seconds: 0 };
  localKeeper('token').write(copy);
}

describe('sending', () => {
  const answerAll = () => {
    choose('score', '5');
    next();
    next();
  };

  it('keeps an answer that cannot be sent, and sends the same one later', async () => {
    const tried: Submission[] = [];
    let reachable = false;
    transport.submit = async (submission) => {
      tried.push(submission);
      if (!reachable) throw new Unreached();
      return { state: 'complete', ending: null };
    };
    const runner = mount();
    answerAll();
    await vi.waitFor(() => expect(root.textContent).toContain('待提交'));
    runner.unmount();
    reachable = true;
    await createOutbox('token', transport).flush();
    expect(tried).toHaveLength(2);
    expect(tried[1]).toEqual(tried[0]);
    expect(createOutbox('token', transport).counts()).toEqual({ waiting: 0, spurned: 0 });
  });

  it('says why a survey takes no answers any more', async () => {
    transport.submit = () => Promise.reject(new Spurned('survey_takes_no_answers', { reason: 'already-answered' }));
    mount();
    answerAll();
    await vi.waitFor(() => expect(root.querySelector('h1')?.textContent).toBe('您已回答过'));
  });

  it('keeps the answers on the screen when the server does not take them', async () => {
    transport.submit = () => Promise.reject(new Spurned('invalid'));
    mount();
    answerAll();
    await vi.waitFor(() => expect(root.querySelector('[data-key="problem"]')).not.toBeNull());
    press('back');
    expect(root.querySelector<HTMLInputElement>('[name="score"][value="5"]')?.checked).toBe(true);
    expect(createOutbox('token', transport).counts()).toEqual({ waiting: 0, spurned: 0 });
  });

  it('stops at the first that cannot be sent and passes by those that are refused', async () => {
    const answers: readonly (() => Promise<never>)[] = [
      () => Promise.reject(new Spurned('invalid')),
      () => Promise.reject(new Unreached()),
    ];
    let call = 0;
    const outbox = createOutbox('kiosk', { submit: () => answers[call++]?.() ?? Promise.reject(new Error('one call too many')) });
    for (const resume of ['a', 'b', 'c']) outbox.put({ resume } as Submission);
    await outbox.flush();
    expect(call).toBe(2);
    expect(outbox.counts()).toEqual({ waiting: 2, spurned: 1 });
  });

  it('works in a browser that stores nothing', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    mount();
    answerAll();
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    vi.restoreAllMocks();
  });
});

describe('an order that is shuffled', () => {
  const letters = [...'abcdefgh'];
  it('is the same for the same secret and another for others', () => {
    expect(shuffled(letters, 'one')).toEqual(shuffled(letters, 'one'));
    expect(shuffled(letters, 'one').toSorted()).toEqual(letters);
    expect(new Set(Array.from({ length: 200 }, (_, at) => shuffled(letters, `seed ${at}`)[0])).size).toBe(8);
  });
  it('leaves in place what holds its place', () => {
    for (let at = 0; at < 50; at++) expect(shuffledBut(letters, `seed ${at}`, (letter) => letter === 'h')[7]).toBe('h');
  });
  it('puts each letter first about as often', () => {
    const firsts = Array.from({ length: 8000 }, (_, at) => shuffled(letters, `seed ${at}`)[0]);
    for (const letter of letters) expect(firsts.filter((one) => one === letter).length).toBeGreaterThan(850);
  });
});

it.each([
  ['３．５', 3.5],
  ['1,250', 1250],
  ['1,5', '1,5'],
  ['1.', 1],
  ['-.5', -0.5],
  ['−2', -2],
  ['12a', '12a'],
  ['  ', null],
])('a number written as "%s" is %s', (written, number) => {
  expect(readNumber(written)).toBe(number);
});
