// Clients of bench/survey-submissions.ts in a process of their own: submit answers one after the other until the time or the number is up, then say what each was told and how long it took.
import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';

const { url, token, versionId, clients, seconds, most, rows } = JSON.parse(process.argv[2] ?? '{}');
const agent = new Agent({ keepAlive: true, maxSockets: clients });
const until = performance.now() + seconds * 1000;
const took = [];
const states = {};
let sent = 0;

const answersOf = (number) =>
  Object.fromEntries(Array.from({ length: rows }, (_, at) => [`q.r${at}`, 1 + ((number * (at + 3) + (number >> (at % 7)) + at) % 7)]));

function submit() {
  const number = sent++;
  const body = JSON.stringify({
    ...{ resume: randomBytes(24).toString('base64url'), versionId, answers: answersOf(number), language: 'zh' },
    trace: { seconds: 180 + (number % 240), pages: [90, 90 + (number % 240)], pasted: 0, device: '' },
  });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const call = request(`${url}/api/v1/runs/${token}/responses`, { method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => (text += chunk));
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(JSON.parse(text).state) : reject(new Error(`${answer.statusCode} ${text}`)),
      );
    });
    call.on('error', reject);
    call.end(body);
  });
}

async function client() {
  while (performance.now() < until && sent < most) {
    const began = performance.now();
    const state = await submit();
    took.push(performance.now() - began);
    states[state] = (states[state] ?? 0) + 1;
  }
}

const began = performance.now();
await Promise.all(Array.from({ length: clients }, client));
process.stdout.write(JSON.stringify({ took, states, elapsed: performance.now() - began }));
agent.destroy();
