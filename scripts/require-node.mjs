// Imported first: says what is wrong before newer code fails in a way that nobody understands.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}。`);
  console.error(`Zhiheng needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
