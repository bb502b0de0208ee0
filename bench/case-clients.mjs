// Clients of bench/open-cases.ts in a process of their own: open cases one after the other until the time is up, then say how many and how long each took.
import { Agent, request } from 'node:http';

const { url, cookie, clients, seconds, bodies } = JSON.parse(process.argv[2] ?? '{}');
const agent = new Agent({ keepAlive: true, maxSockets: clients });
const until = performance.now() + seconds * 1000;
const took = [];
let sent = 0;

function open() {
  const body = JSON.stringify(bodies[sent++ % bodies.length]);
  // Each some hundred calls from another address: the limit on calls per minute is not what is measured.
  const from = `10.${Math.floor(sent / 200 / 250)}.${Math.floor(sent / 200) % 250}.1`;
  const headers = { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'x-forwarded-for': from };
  return new Promise((resolve, reject) => {
    const call = request(`${url}/api/v1/cases`, { method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => (text += chunk));
      answer.on('end', () => (answer.statusCode === 200 ? resolve(text) : reject(new Error(`${answer.statusCode} ${text}`))));
    });
    call.on('error', reject);
    call.end(body);
  });
}

async function client() {
  while (performance.now() < until) {
    const began = performance.now();
    await open();
    took.push(performance.now() - began);
  }
}

const began = performance.now();
await Promise.all(Array.from({ length: clients }, client));
process.stdout.write(JSON.stringify({ took, elapsed: performance.now() - began }));
agent.destroy();
