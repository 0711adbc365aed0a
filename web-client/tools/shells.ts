import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createServer, type Plugin, type Rolldown } from 'vite';

type Output = Rolldown.OutputChunk | Rolldown.OutputAsset;

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

/** The pages that people come to from outside, and what each needs besides the common parts. */
const arrivals = {
  lapor: 'ReportPage',
  lacak: 'TrackPage',
  laporan: 'PublicReportPage',
  peta: 'MapPage',
  statistik: 'StatisticsPage',
  mobil: 'CarPage',
  pembangunan: 'WorksPage',
};

/**
 * Writes the citizens' pages: `index.html`, the home page rendered ahead in Indonesian so that words and the 112 link stand
 * before any script has arrived; `app.html`, the frame of every other path with its content still on its way; and in `app/` the same
 * for pages people come to from outside, each asking at once for what would else be asked for by the first script.
 */
export function citizenShells(): Plugin {
  return {
    name: 'citizen-shells',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') return;
      const empty = String(page.source);
      const { home, waiting } = await render();
      const fill = (content: string) => empty.replace(mountPoint, `<div id="root">${content}</div>`);
      page.source = fill(home);
      const app = fill(waiting);
      this.emitFile({ type: 'asset', fileName: 'app.html', source: app });
      for (const [segment, name] of Object.entries(arrivals)) {
        const links = neededBy(name, Object.values(bundle))
          .filter((it) => !app.includes(it.file))
          .map(asLink);
        const source = app.replace('</head>', `${links.join('')}</head>`);
        this.emitFile({ type: 'asset', fileName: `app/${segment}.html`, source });
      }
    },
  };
}

interface Needed {
  kind: 'script' | 'style';
  file: string;
}

/** @throws Error when no such page was built. */
function neededBy(name: string, bundle: Output[]): Needed[] {
  const chunk = bundle.find(
    (it) => it.type === 'chunk' && it.facadeModuleId?.endsWith(`/src/routes/citizen/${name}.tsx`),
  );
  if (chunk?.type !== 'chunk') throw new Error(`No page ${name} was built`);
  return [
    ...[chunk.fileName, ...chunk.imports].map((file) => ({ kind: 'script' as const, file })),
    ...[...(chunk.viteMetadata?.importedCss ?? [])].map((file) => ({ kind: 'style' as const, file })),
  ];
}

function asLink({ kind, file }: Needed): string {
  const rel = kind === 'script' ? 'rel="modulepreload"' : 'rel="preload" as="style"';
  return `<link ${rel} crossorigin href="/${file}">`;
}

async function render(): Promise<{ home: string; waiting: string }> {
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, ws: false, watch: null },
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { renderHome, renderWaiting } = await server.ssrLoadModule('/src/app/citizen/prerender.tsx');
    return { home: renderHome(), waiting: renderWaiting() };
  } finally {
    await server.close();
  }
}
