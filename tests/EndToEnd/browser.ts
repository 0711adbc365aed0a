import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LaunchOptions } from '@playwright/test';

const setting = 'KEDIRILAPOR_CHROMIUM';
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const installedLight = '/usr/bin/chromium-headless-shell';
const packaged = 'packaged';

// no sandbox, because containers run as root; no GPU, because nobody watches
const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/**
 * The browser to walk with: the one that KEDIRILAPOR_CHROMIUM names (a path, or `packaged`), else an installed one,
 * else the headless Chromium that came with `npm ci`.
 * @throws Error when the named one is not there, or when the packaged one does not unpack.
 */
export async function findBrowser(): Promise<LaunchOptions> {
  const wanted = process.env[setting];
  if (wanted && wanted !== packaged && !existsSync(wanted)) throw new Error(`${setting} names ${wanted}, which does not exist.`);
  const path = wanted || installed.find(it => existsSync(it));
  if (path && path !== packaged) return { executablePath: path, args };
  try {
    return await unpack();
  } catch (cause) {
    throw new Error(`No browser: install the Debian package "chromium", or give the path of one in ${setting}.`, { cause });
  }
}

/**
 * The same without what shows windows, where it is installed and no other is named: a quarter faster. It draws the same pages and
 * knows no Push API.
 */
export async function findLightBrowser(): Promise<LaunchOptions> {
  return !process.env[setting] && existsSync(installedLight) ? { executablePath: installedLight, args } : findBrowser();
}

/** Unpacks the packaged Chromium with its libraries and fonts once, whole or not at all, beside its package. */
async function unpack(): Promise<LaunchOptions> {
  const home = join(import.meta.dirname, 'node_modules', '.chromium');
  if (!existsSync(home)) {
    const { inflate } = await import('@sparticuz/chromium');
    const parts = join(import.meta.dirname, 'node_modules', '@sparticuz', 'chromium', 'bin');
    const unfinished = await mkdtemp(`${home}-`);
    await within(unfinished, () =>
      Promise.all(['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'].map(it => inflate(join(parts, it)))),
    );
    // the packaged configuration looks for fonts where only its own cloud has any, and without one nothing is drawn
    await writeFile(
      join(unfinished, 'fonts', 'fonts.conf'),
      `<fontconfig><dir>${home}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>`,
    );
    // another worker may have been faster
    await rename(unfinished, home).catch(() => rm(unfinished, { recursive: true }));
  }
  return {
    executablePath: join(home, 'chromium'),
    args,
    env: {
      ...Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? ''])),
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(home, 'fonts'),
    },
  };
}

/** The package unpacks into the folder for temporary files and trusts whatever it finds there: give it one of its own. */
async function within(folder: string, act: () => Promise<unknown>): Promise<void> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await act();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
