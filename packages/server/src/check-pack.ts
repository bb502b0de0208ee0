import { checkPackFolder } from './modules/packs/index.ts';

// Says every mistake in the files of a pack folder as JSON. Needs no database.
const [folder = '.'] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(checkPackFolder(folder))}\n`);
