import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';

const source = resolve(import.meta.dirname, '../src/worker/sw.ts');

/** Writes `sw.js`: at the root, so that it may serve every page, in one file and without a hash, for browsers know it by its address. */
export function serviceWorker(): Plugin {
  let target: string | string[] | false = false;
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved: (config) => {
      target = config.build.target;
    },
    async generateBundle() {
      const built = await build({
        configFile: false,
        logLevel: 'error',
        publicDir: false,
        build: { write: false, target, rolldownOptions: { input: source, output: { format: 'iife' } } },
      });
      const [worker] = [built].flat().flatMap((it) => ('output' in it ? it.output : []));
      if (worker?.type === 'chunk') this.emitFile({ type: 'asset', fileName: 'sw.js', source: worker.code });
    },
  };
}
