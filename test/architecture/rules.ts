import type { ICruiseOptions, IRegularForbiddenRuleType } from 'dependency-cruiser';

/** The folders that may import each package of `dependencies`. A package without a row is a violation. */
export const packageHomes: Readonly<Record<string, readonly string[]>> = {
  '@clack/prompts': ['cli'],
  commander: ['cli'],
  diff: ['report'],
  'https-proxy-agent': ['http'],
  'p-limit': ['observe', 'apply'],
  picocolors: ['report'],
  'pinyin-pro': ['pronunciation'],
  'get-east-asian-width': ['report'],
  // A second reading of the vendor's documents has the same library for the wire.
  ws: ['emulator', 'http'],
  yaml: ['config', 'workspace'],
  zod: ['config', 'documents', 'http', 'recognise', 'remote', 'workspace'],
};

/** Packages that are only ever bundled, so that nobody who installs vocabsync gets them. */
const bundledPackageHomes: Readonly<Record<string, readonly string[]>> = {
  '@octokit/core': ['action'],
  '@octokit/plugin-paginate-rest': ['action'],
  '@octokit/plugin-retry': ['action'],
};

/** What a file other than cli/main may use of `process`: nothing that reads the user's terminal, flags or environment. */
export const processUses: Readonly<Record<string, readonly string[]>> = {
  // The library has no main: what a program does not say itself is asked of the process it runs in.
  'src/library/machine.ts': ['process.kill', 'process.cwd', 'process.env', 'process.pid'],
  // A step of a workflow is a second process that the program runs in.
  'src/action/main.ts': [
    'process.cwd',
    'process.env',
    'process.stdout',
    'process.stderr',
    'process.pid',
    'process.once',
    'process.exitCode',
  ],
  // Hashing is a pure function that happens to be a builtin.
  'src/model/text/sha256.ts': ['process.getBuiltinModule'],
  'src/http/agents.ts': ['process.getBuiltinModule'],
  'src/http/transport.ts': ['process.getBuiltinModule'],
  // What a listener throws is for the program to see that gave it.
  'src/library/from-callers.ts': ['process.emitWarning'],
};

/** Files whose answers depend on their arguments alone. */
export const pureFiles =
  /^src\/(?:model|desired|diff|schedule|report|documents|doctor|scaffold|import|evaluate)\//;

/** References through which time, chance or the outside world would enter a pure file. */
export const impureReference =
  /^(?:globalThis|process|console|fetch|crypto|performance|AbortSignal|setTimeout|setInterval|setImmediate)(?:\.|$)|^Date(?:\.now)?$|^Math(?:\.random)?$/;

const stages = ['config', 'desired', 'observe', 'diff', 'schedule', 'apply', 'hear', 'evaluate'];

/** More than this cannot be taken in at a glance. */
export const longestRow = 26;

function forbid(
  name: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IRegularForbiddenRuleType {
  return { name, severity: 'error', from, to };
}

const folderRules = [
  forbid(
    'folder-imports-itself-and-model',
    { path: '^src/([^/]+)/', pathNot: '^src/(?:library|cli|action|pipelines|remote|recognise)/' },
    { path: '^src/', pathNot: ['^src/$1/', '^src/model/', '^src/(?:library|cli|action)/'] },
  ),
  // Two APIs of one vendor: hosts, key, proxy, pace and errors are the same, and nothing else is.
  forbid(
    'vendor-apis-share-http',
    { path: '^src/(remote|recognise)/' },
    { path: '^src/', pathNot: ['^src/$1/', '^src/(?:model|http)/', '^src/(?:library|cli|action)/'] },
  ),
  forbid('model-imports-nothing', { path: '^src/model/' }, { pathNot: '^src/model/' }),
  forbid(
    'pipeline-imports-stages',
    { path: '^src/pipelines/' },
    {
      path: '^src/',
      pathNot: [`^src/(?:pipelines|model|${stages.join('|')})/`, '^src/(?:library|cli|action)/'],
    },
  ),
  // It picks adapters as the command line does, and is what programs import in its place.
  forbid(
    'library-is-for-index-and-cli',
    { path: '^src/', pathNot: '^src/(?:library/|cli/|action/|index\\.ts$)' },
    { path: '^src/library/' },
  ),
  forbid('nobody-imports-cli', { pathNot: '^src/(?:cli|action)/' }, { path: '^src/cli/' }),
  forbid('nobody-imports-action', { pathNot: '^src/action/' }, { path: '^src/action/' }),
  forbid(
    'action-runs-the-program',
    { path: '^src/action/' },
    { path: '^src/', pathNot: '^src/(?:action|cli|library|model|report)/' },
  ),
  // They are a second reading of what `report/json` writes, and cost a start that nobody else shall pay.
  forbid(
    'documents-are-loaded-when-asked-for',
    {
      path: '^src/',
      pathNot:
        '^src/(?:documents/|library/evaluating/read-baseline\\.ts$|cli/(?:commands/(?:schema|combine)|accounts/tell-(?:apart|document))\\.ts$)',
    },
    { path: '^src/documents/' },
  ),
  forbid('no-cycles', {}, { circular: true }),
  forbid('every-import-resolves', {}, { couldNotResolve: true }),
];

const builtinRules = [
  forbid(
    'pure-without-builtins',
    { path: pureFiles.source, pathNot: '^src/model/' },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'config-reads-files-in-load',
    { path: '^src/config/', pathNot: '^src/config/read/(?:load|list-folder|other-configs)\\.ts$' },
    { path: '^fs(?:/|$)' },
  ),
  forbid('process-is-for-main', { pathNot: '^src/cli/main\\.ts$' }, { path: '^process$' }),
  forbid('programs-are-run-by-git', { pathNot: '^src/git/' }, { path: '^child_process$' }),
];

function homeRule([name, folders]: [string, readonly string[]]): IRegularForbiddenRuleType {
  const from = { pathNot: `^src/(?:${folders.join('|')})/` };
  return forbid('package-has-one-home', from, { path: `(?:^|/)node_modules/${name}/` });
}

function packageRules(): IRegularForbiddenRuleType[] {
  const homes = { ...packageHomes, ...bundledPackageHomes };
  const known = Object.keys(homes).join('|');
  const homeless = { path: '(?:^|/)node_modules/', pathNot: `(?:^|/)node_modules/(?:${known})/` };
  return [...Object.entries(homes).map(homeRule), forbid('package-has-a-home', {}, homeless)];
}

export const cruiseOptions: ICruiseOptions = {
  validate: true,
  ruleSet: { forbidden: [...folderRules, ...builtinRules, ...packageRules()] },
  // Types count: a folder that needs another's types depends on it.
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default'],
    // Nothing changes meanwhile: what was read of a package is good for all files that import it.
    cachedInputFileSystem: { cacheDuration: 60_000 },
  },
};
