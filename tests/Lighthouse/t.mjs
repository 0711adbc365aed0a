import { launch } from 'chrome-launcher'; import lighthouse from 'lighthouse'; import { writeFileSync } from 'node:fs';
const path=process.argv[2];
const chrome = await launch({ chromePath:'/usr/bin/chromium', chromeFlags: ['--headless=new','--no-sandbox','--disable-gpu'] });
const { lhr, artifacts } = await lighthouse('http://localhost:5131'+path, { port: chrome.port, onlyCategories:['performance'] });
chrome.kill();
console.log(path, lhr.categories.performance.score, lhr.audits['total-blocking-time'].displayValue, lhr.environment.benchmarkIndex);
for (const id of ['mainthread-work-breakdown','bootup-time','long-tasks']) { const a=lhr.audits[id]; console.log(id, a?.displayValue); for (const i of a?.details?.items ?? []) console.log('  ', JSON.stringify(i).slice(0,200)); }
writeFileSync('/tmp/trace.json', JSON.stringify(artifacts.Trace ?? artifacts.traces?.defaultPass ?? {}));
