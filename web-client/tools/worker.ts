import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

const source = resolve(import.meta.dirname, '../src/worker/sw.ts');
const publicFolder = resolve(import.meta.dirname, '../public');
const notKept = new Set(['robots.txt']);

type Bundle = Record<string, { type: 'asset'; source: string | Uint8Array } | { type: 'chunk'; code: string }>;

/**
 * Writes `sw.js`: at the root, so that it may serve every page, in one file and without a hash, for browsers know it by its
 * address. It keeps what this build has written, under a name that changes with the content; so this plugin comes last.
 */
export function serviceWorker(): Plugin {
  let target: string | string[] | false = false;
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      target = config.build.target;
    },
    async generateBundle(_options, bundle) {
      const { pages, version } = contents(bundle as Bundle);
      const built = await build({
        configFile: false,
        logLevel: 'error',
        publicDir: false,
        define: { __PAGES__: JSON.stringify(pages), __VERSION__: JSON.stringify(version) },
        build: { write: false, target, rolldownOptions: { input: source, output: { format: 'iife' } } },
      });
      const [worker] = [built].flat().flatMap((it) => ('output' in it ? it.output : []));
      if (worker?.type === 'chunk') this.emitFile({ type: 'asset', fileName: 'sw.js', source: worker.code });
    },
  };
}

/** What the worker is to keep: all of this build and of public/, whatever page one opens first. */
function contents(bundle: Bundle): { pages: string[]; version: string } {
  const hash = createHash('sha256');
  const files = Object.entries(bundle).map(([name, it]) => [name, it.type === 'chunk' ? it.code : it.source] as const);
  const statics = readdirSync(publicFolder)
    .filter((name) => !notKept.has(name))
    .map((name) => [name, readFileSync(join(publicFolder, name))] as const);
  const all = [...files, ...statics].sort(([a], [b]) => a.localeCompare(b));
  for (const [name, content] of all) hash.update(name).update('\0').update(content).update('\0');
  return { pages: all.map(([name]) => `/${name}`), version: hash.digest('hex').slice(0, 12) };
}
