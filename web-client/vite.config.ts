import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { citizenShells, ownOutputOnly, staffEntry } from './tools/shells.ts';
import { serviceWorker } from './tools/worker.ts';

const wwwroot = resolve(import.meta.dirname, '../api/wwwroot');

const rides = /\/domain\/(rides\/Car|carStatus)|\/i18n\/(tr\.|rides\.id)/;

// Two apps, two builds: nothing of one can leak into the other's chunks. `--mode staff` builds the officers' app.
export default defineConfig(({ mode }) => {
  const staff = mode === 'staff';
  const outDir = staff ? resolve(wwwroot, 'petugas') : wwwroot;
  return {
    base: staff ? '/petugas/' : '/',
    publicDir: staff ? false : 'public',
    plugins: staff ? [staffEntry()] : [ownOutputOnly(outDir), citizenShells(), serviceWorker()],
    build: {
      target: ['es2022', 'chrome94', 'safari15.4'],
      outDir,
      emptyOutDir: staff,
      // data: URIs would hide weight from the cache and from size-limit
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // one file for what the pages share: a cheap phone pays for every round trip; the map is for who opens one
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'leaflet', test: /node_modules\/leaflet\//, priority: 2 },
              {
                name: 'shared',
                test: (id) => !/\/domain\/(mapBase|photos\/)/.test(id) && !rides.test(id),
                minShareCount: 2,
                priority: 1,
              },
              // with the pages of Mobmas and beside the few reports that a ride serves
              { name: 'rides', test: rides, minShareCount: 2 },
              // for whoever adds one; after `shared`, or it would take along all that photos need themselves
              { name: 'photos', test: /\/domain\/photos\// },
            ],
          },
        },
      },
    },
    server: { proxy: { '/api': process.env.API ?? 'http://localhost:5112' } },
  };
});
