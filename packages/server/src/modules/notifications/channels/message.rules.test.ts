import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { judgeAnswer, nextAttempt } from './answer.rules.ts';
import { writeMessage, type ChannelMessage } from './message.rules.ts';

const message: ChannelMessage = {
  ...{ id: '0197d000-0000-7000-8000-000000000001', title: '工单已超过约定时限', label: 'C-000001 没有灯', person: null, kind: 'breached' },
  ...{ at: new Date('2026-03-02T08:00:00Z'), link: 'https://desk.example/app/cases/1', language: 'zh' },
};
const now = new Date('2026-03-02T08:00:01.234Z');
const write = (kind: Parameters<typeof writeMessage>[0], more: Partial<ChannelMessage> = {}, secret: string | null = null) =>
  writeMessage(kind, { ...message, ...more }, { url: 'https://robot.example/send?key=k1', secret, now });

describe('a message to a robot', () => {
  it('of WeCom is markdown, and its key stands in the address', () => {
    const { url, body } = write('wecom');
    expect(url).toBe('https://robot.example/send?key=k1');
    expect(JSON.parse(body)).toEqual({
      msgtype: 'markdown',
      markdown: { content: '**工单已超过约定时限**\n\nC-000001 没有灯\n\n[查看](https://desk.example/app/cases/1)' },
    });
  });

  // The rule of https://open.dingtalk.com/document/robots/customize-robot-security-settings, computed with openssl:
  // printf '1772438401234\nSEC1' | openssl dgst -sha256 -hmac SEC1 -binary | base64
  it('of DingTalk carries milliseconds and signature in the address', () => {
    const url = new URL(write('dingtalk', {}, 'SEC1').url);
    expect(url.searchParams.get('timestamp')).toBe('1772438401234');
    expect(url.searchParams.get('sign')).toBe('2VOo17FVW0ufDIzFtvY9+RdN6kf0kFnRxMWotmWKEdg=');
    expect(url.searchParams.get('key')).toBe('k1');
    expect(write('dingtalk').url).not.toContain('sign=');
  });

  // printf '' | openssl dgst -sha256 -hmac $'1772438401\nSEC2' -binary | base64
  it('of Feishu carries seconds and signature in the body', () => {
    const body: unknown = JSON.parse(write('feishu', { person: '王芳' }, 'SEC2').body);
    expect(body).toEqual({
      ...{ timestamp: '1772438401', sign: 'raRmaFLMhJj/F5eK0B4RS9DPDpDKJAZ4Iku5BBYGX44=', msg_type: 'post' },
      content: {
        post: {
          zh_cn: {
            title: '工单已超过约定时限',
            content: [
              [{ tag: 'text', text: 'C-000001 没有灯' }],
              [{ tag: 'text', text: '给 王芳' }],
              [{ tag: 'a', text: '查看', href: 'https://desk.example/app/cases/1' }],
            ],
          },
        },
      },
    });
  });

  it('to a program is signed with its time', () => {
    const { body, headers } = write('webhook', {}, 'SEC3');
    const mark = createHmac('sha256', 'SEC3').update(`1772438401.${body}`).digest('hex');
    expect(headers['zhiheng-signature']).toBe(`t=1772438401,v1=${mark}`);
    expect(JSON.parse(body)).toMatchObject({ id: message.id, kind: 'breached', label: 'C-000001 没有灯', at: '2026-03-02T08:00:00.000Z' });
    expect(write('webhook').headers['zhiheng-signature']).toBeUndefined();
  });

  it('says what a customer wrote as it is: no mention, no link, no line of its own', () => {
    const { body } = write('wecom', { label: '<@all> [click](http://evil) **now**\n# big' });
    const { markdown } = JSON.parse(body) as { markdown: { content: string } };
    expect(markdown.content).not.toMatch(/<@|(?<!\\)\[click|(?<!\\)\*\*now|\n# /);
    expect(markdown.content).toContain(String.raw`\[click\]`);
  });

  it('stays within what a robot takes, with whole characters', () => {
    const { body } = write('wecom', { title: '严'.repeat(3000), label: '𠮷'.repeat(3000) });
    const { markdown } = JSON.parse(body) as { markdown: { content: string } };
    expect(Buffer.byteLength(markdown.content)).toBeLessThanOrEqual(4096);
    expect(markdown.content).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
    expect(markdown.content).toContain('…');
  });
});

describe('the answer of a robot', () => {
  const answered = (detail: string, status = 200) => ({ failure: null, status, detail, retryAfterSeconds: null });

  it('is a refusal where its body says so', () => {
    expect(judgeAnswer('wecom', answered('{"errcode":0,"errmsg":"ok"}')).failure).toBeNull();
    expect(judgeAnswer('feishu', answered('{"code":0,"msg":"success"}')).failure).toBeNull();
    expect(judgeAnswer('dingtalk', answered('{"errcode":310000,"errmsg":"sign not match"}')).failure).toBe('refused');
    expect(judgeAnswer('feishu', answered('{"code":19021,"msg":"sign match fail"}')).failure).toBe('refused');
    expect(judgeAnswer('wecom', answered('{"errcode":45009,"errmsg":"api freq out of limit"}')).failure).toBe('too-many');
    expect(judgeAnswer('wecom', answered('<html>a portal</html>')).failure).toBe('refused');
    expect(judgeAnswer('webhook', answered('anything')).failure).toBeNull();
  });

  it('decides when to try again', () => {
    const now = new Date(0);
    const failed = (
      failure: 'timeout' | 'refused' | 'wrong-status' | 'too-many',
      status: number | null,
      retryAfterSeconds: number | null = null,
    ) => ({
      ...{ failure, status, detail: '', retryAfterSeconds },
    });
    expect(nextAttempt(failed('timeout', null), 1, now)).toEqual(new Date(60_000));
    expect(nextAttempt(failed('wrong-status', 503), 2, now)).toEqual(new Date(300_000));
    expect(nextAttempt(failed('too-many', 429, 600), 1, now)).toEqual(new Date(600_000));
    expect(nextAttempt(failed('wrong-status', 404), 1, now)).toBeNull();
    expect(nextAttempt(failed('refused', 200), 1, now)).toBeNull();
    expect(nextAttempt(failed('timeout', null), 7, now)).toBeNull();
  });
});
