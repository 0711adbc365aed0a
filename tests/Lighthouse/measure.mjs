// `npm run measure`: Lighthouse's phone on a slow network, against the program that KEDIRILAPOR_URL names. Accessibility, best practices
// and search must be whole; the performance is told with the load of the machine, for a busy one makes it anything.
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const base = process.env.KEDIRILAPOR_URL ?? 'http://localhost:5112/';
const pages = ['/', '/lapor', '/lacak', '/statistik'];
const tries = 3; // the best of them: what slows a try is the machine
const whole = ['accessibility', 'best-practices', 'seo'];
const categories = ['performance', ...whole];
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const chromePath = process.env.KEDIRILAPOR_CHROMIUM || installed.find((it) => existsSync(it));

/** One visit by an empty browser. */
async function visit(path) {
  // no sandbox, because containers run as root
  const chrome = await launch({
    ...(chromePath && { chromePath }),
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'],
  });
  try {
    const { lhr } = await lighthouse(new URL(path, base).href, { port: chrome.port, onlyCategories: categories });
    return lhr;
  } finally {
    chrome.kill();
  }
}

let isWhole = true;
for (const path of pages) {
  const visits = [];
  for (let i = 0; i < tries; i++) visits.push(await visit(path));
  const best = visits.sort((a, b) => b.categories.performance.score - a.categories.performance.score)[0];
  const scores = categories.map((it) => `${it} ${Math.round(100 * best.categories[it].score)}`).join(', ');
  const facts = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'];
  const told = facts.map((it) => `${it} ${best.audits[it].displayValue}`).join(', ');
  console.log(`${path}: ${scores}; ${told}; load ${loadavg()[0].toFixed(1)}`);
  for (const visit of visits) {
    for (const id of whole.flatMap((it) => visit.categories[it].auditRefs.map((ref) => ref.id))) {
      const { score, title } = visit.audits[id];
      if (score === null || score === 1) continue;
      isWhole = false;
      console.log(`  ${id}: ${title}`);
    }
  }
}
process.exitCode = isWhole ? 0 : 1;
