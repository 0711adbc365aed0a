import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createServer, type Plugin } from 'vite';

const mountPoint = '<div id="root"></div>';

/** Turns the one index.html into the staff page: other entry, other title. */
export function staffEntry(): Plugin {
  return {
    name: 'staff-entry',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html
          .replace('/src/app/citizen/main.tsx', '/src/app/staff/main.tsx')
          .replace('<title>', '<meta name="robots" content="noindex" /><title>Petugas - '),
    },
  };
}

/** Clears what an earlier citizen build left and nothing else: the staff app lives inside the same folder. */
export function ownOutputOnly(outDir: string): Plugin {
  return {
    name: 'own-output-only',
    apply: 'build',
    buildStart: () => rm(resolve(outDir, 'assets'), { recursive: true, force: true }),
  };
}

/**
 * Writes the two citizen pages: `app.html`, an empty shell for every path, and `index.html`, the home page
 * rendered ahead in Indonesian so that words and the 112 link stand before any script has arrived.
 */
export function citizenShells(): Plugin {
  return {
    name: 'citizen-shells',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') return;
      const shell = String(page.source);
      this.emitFile({ type: 'asset', fileName: 'app.html', source: shell });
      page.source = shell.replace(mountPoint, `<div id="root">${await renderHome()}</div>`);
    },
  };
}

async function renderHome(): Promise<string> {
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, ws: false, watch: null },
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { renderHome } = await server.ssrLoadModule('/src/app/citizen/prerender.tsx');
    return renderHome();
  } finally {
    await server.close();
  }
}
