import type { Reply } from '@zhiheng/contract/endpoint';
import type { installPack } from '@zhiheng/contract/packs/packs';
import { packMistakesEn } from './pack-mistakes-en.ts';
import { problemsEn } from './problems-en.ts';

type PackCounts = Reply<typeof installPack>;

/** Everything that the command line says, in English. The Chinese words have the same shape. */
export const en = {
  problems: problemsEn,
  mistakes: packMistakesEn,
  help: {
    title: 'Zhiheng 质衡: service quality management from the command line',
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    commands: 'Commands:',
    globalOptions: 'Options of every command:',
    showHelp: 'show help',
    showVersion: 'show the version',
    after: `Examples:
  zhiheng setup --org "Riverside Care" --admin-email ada@example.org --admin-password "…" --pack it-service --demo
  zhiheng api-key create --admin-email ada@example.org --admin-password "…" --name nightly --role service-agent
  export ZHIHENG_API_KEY=zh_…
  zhiheng import incidents.csv --mapping incidents --time-zone UTC --problems bad-rows.csv
  zhiheng mapping save incidents incidents.mapping.json --name "Incidents of the desk"
  zhiheng observations send measurements.ndjson --source probe
  zhiheng pack check packs/my-trade && zhiheng pack load packs/my-trade
  zhiheng pack export ./my-pack
  zhiheng campaigns recompute annual-2026 --number 1
  zhiheng backup /backups/today && zhiheng db doctor

Who you are: --api-key, --email with --password, or the variables ZHIHENG_API_KEY, ZHIHENG_EMAIL, ZHIHENG_PASSWORD.
Where the server is: --url, ZHIHENG_URL, else the server that runs on this machine (ZHIHENG_DATA, ZHIHENG_PORT).
Exit codes: 0 done, 1 refused or failed, 2 wrong use, 3 no server. Commands of one thing have their own help: zhiheng import --help`,
  },
  commands: {
    setup: 'create an organisation with its administrator, industry pack and demo data',
    apiKey: 'API keys of programs',
    apiKeyCreate: 'make an API key and print it: it is shown this once',
    apiKeyList: 'API keys in force',
    apiKeyRevoke: 'revoke an API key at once, by name, beginning or id',
    import: 'import a CSV or XLSX file, with a progress line',
    mapping: 'saved mappings of import files',
    mappingList: 'saved mappings',
    mappingShow: 'print a saved mapping as JSON',
    mappingSave: 'save a mapping from a JSON file under a code',
    mappingDelete: 'delete a saved mapping',
    pack: 'industry packs',
    packList: 'packs that ship, and which are loaded',
    packInstall: 'load a pack that ships, or its newer version',
    packLoad: 'load a pack of your own from its folder',
    packExport: 'write what is in use into a folder, as the files of a pack',
    packCheck: 'check the files of a pack without a server and without loading anything',
    campaigns: 'campaigns',
    campaignsRecompute: 'work a frozen result out again from its inputs, and say whether every byte is the same',
    demo: 'demo data',
    demoLoad: 'load twelve months of demo data of a loaded pack',
    demoDelete: 'delete all demo data; everything else stays',
    observations: 'observations',
    observationsSend: 'send observations from a JSON, NDJSON or CSV file (- reads standard input)',
    backup: 'back up the whole database on this machine; the server may run',
    restore: 'bring a backup back; the server must be stopped',
    db: 'the database on this machine',
    dbDoctor: 'examine the wall between organisations',
    dbMigrate: 'bring the schema up to date, after a backup',
    dbRebuild: 'make all rollups again from the observations',
    openApi: 'print the description of the API (OpenAPI 3.1)',
  },
  options: {
    url: 'address of the server',
    apiKey: 'API key',
    email: 'address of your account',
    password: 'its password',
    organisation: 'which organisation (name or id), if the account belongs to several',
    lang: 'language of the output: zh or en',
    json: 'print the reply as JSON',
    org: 'name of the organisation',
    adminEmail: 'address of the administrator',
    adminPassword: 'password of the administrator, at least 10 characters',
    adminName: 'name of the administrator',
    packCode: 'industry pack, see: zhiheng pack list',
    withDemo: 'load twelve months of demo data',
    organisationZone: 'time zone of the organisation',
    locale: 'language of the organisation: zh or en',
    setupToken: 'one-time token of the set-up link; else the operator key of the data folder',
    keyName: 'what the key is for',
    keyRole: 'role of the key',
    keyExpires: 'day on which it ends, such as 2027-12-31',
    mapping: 'code of a saved mapping, or a JSON file',
    guess: 'use the guessed mapping',
    fileZone: 'zone of the times in the file',
    dryRun: 'only rehearse: nothing is stored',
    problemsFile: 'write every bad row with line and reason into this CSV file',
    encoding: 'utf-8, gb18030 or utf-16le',
    delimiter: ', ; | or tab',
    sheet: 'sheet of the workbook',
    mappingName: 'name for people',
    exported: 'which loaded pack gives code and demo data; the only one needs no word',
    source: 'code of the source',
    format: 'json, ndjson or csv; else by the ending of the file',
    batchKey: 'name of the batch: sent again under the same name it is stored once',
    resultNumber: 'which frozen result; else the newest',
    replace: 'overwrite the data that the database holds',
  },
  say: {
    whoAreYou: 'Who are you? Give --api-key, or --email and --password (or ZHIHENG_API_KEY).',
    whichOrganisation: (names: readonly string[]) =>
      `This account belongs to several organisations. Choose one with --organisation: ${names.join(', ')}`,
    unreachable: (url: string) => `No server answers at ${url}. Start it with npm start, or give its address with --url.`,
    noOperatorKey: 'There is no operator key in the data folder. Give --setup-token, or set ZHIHENG_DATA to the data folder of the server.',
    setUp: (name: string, url: string) => `${name} is ready. Sign in at ${url}/sign-in`,
    keyMade: (role: string) => `This key is shown only now. Role: ${role}`,
    noKeys: 'No API keys are in force.',
    never: 'never',
    keyColumns: ['NAME', 'BEGINNING', 'ROLE', 'ENDS', 'LAST USED'],
    revoked: (name: string) => `${name} is revoked.`,
    noSuchKey: (name: string) => `No API key is called ${name}.`,
    severalKeys: (name: string) => `Several API keys are called ${name}: give the beginning of the key, or its id.`,
    noSuchFile: (file: string) => `There is no file ${file}.`,
    notJson: (file: string, reason: string) => `${file} holds no JSON: ${reason}`,
    notAMapping: (file: string, reasons: string) => `${file} holds no mapping:\n${reasons}`,
    noSuchMapping: (code: string, known: readonly string[]) =>
      `There is no saved mapping ${code}, and no such file. ${known.length === 0 ? 'None is saved yet.' : `Saved: ${known.join(', ')}`}`,
    mappingNeeded: 'Which mapping? Give --mapping <saved code | file.json>, or --guess to use this guess:',
    nothingGuessed: 'No mapping could be guessed from this file. Give --mapping <saved code | file.json>.',
    uploading: (name: string, megabytes: string) => `Sending ${name} (${megabytes} MB) …`,
    progress: (percent: number, rows: number) => `${percent} %, ${rows} rows`,
    importCounts: ['rows read', 'records', 'stored', 'corrected', 'unchanged', 'set aside', 'blank'],
    rehearsed: 'This was a rehearsal: nothing is stored.',
    setAside: (reason: string, rows: number, line: number) => `  ${rows} × ${reason}, first in line ${line}`,
    problemsWritten: (file: string) => `Bad rows are written to ${file}`,
    importFailed: (reason: string) => `The import failed: ${reason}`,
    importCancelled: 'The import was cancelled.',
    noMappings: 'No mapping is saved yet.',
    mappingColumns: ['CODE', 'NAME', 'ROWS', 'SAVED'],
    mappingSaved: (code: string) => `Mapping ${code} is saved.`,
    mappingDeleted: (code: string) => `Mapping ${code} is deleted.`,
    packColumns: ['CODE', 'NAME', 'VERSION', 'LOADED', 'SERVICES', 'INDICATORS', 'DEMO DATA'],
    packLoaded: ({ added, updated, unchanged, kept }: PackCounts) =>
      `${added} added, ${updated} updated, ${unchanged} unchanged, ${kept} kept as you have them`,
    packWritten: (files: number, folder: string) => `${files} files are written to ${folder}`,
    folderNotEmpty: (folder: string) => `${folder} holds other files already.`,
    noSuchFolder: (folder: string) => `There is no folder ${folder}.`,
    noPackLoaded: 'No pack is loaded.',
    whichPack: (codes: readonly string[]) => `Several packs are loaded. Choose one with --pack: ${codes.join(', ')}`,
    packSound: (folder: string) => `${folder}: no mistake found`,
    demoLoaded: (observations: number, problem: string) =>
      `${observations} observations are loaded. One problem is hidden in them: ${problem}`,
    demoDeleted: (observations: number) => `${observations} demo observations are deleted.`,
    noSuchCampaign: (name: string) => `No campaign has the code or the id ${name}.`,
    nothingFrozen: (name: string) => `Nothing of ${name} is frozen yet.`,
    recomputed: (number: number, sha256: string) => `Result ${number} is the same, byte by byte. SHA-256 ${sha256}`,
    recomputedOtherwise: (number: number, frozen: string, now: string) =>
      `Result ${number} comes out differently.\nfrozen  ${frozen}\nnow     ${now}`,
    batchCounts: ['received', 'stored', 'corrected', 'unchanged', 'set aside'],
    unknownFormat: (file: string) => `${file} ends neither in .json, .ndjson nor .csv: give --format.`,
    yes: 'yes',
    no: 'no',
  },
  usage: {
    'commander.unknownOption': (name: string) => `Unknown option ${name}. See zhiheng --help`,
    'commander.unknownCommand': (name: string) => `Unknown command ${name}. See zhiheng --help`,
    'commander.missingArgument': (name: string) => `${name} is missing.`,
    'commander.missingMandatoryOptionValue': (name: string) => `${name} is missing.`,
    'commander.optionMissingArgument': (name: string) => `${name} needs a value.`,
    'commander.invalidArgument': (name: string) => `${name} cannot be that.`,
    'commander.excessArguments': () => 'Too many arguments.',
    'commander.help': () => '',
  },
};
