import { chromium } from 'playwright';
const b = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--no-sandbox','--disable-gpu'] });
const p = await b.newPage({ viewport:{width:412,height:823}, deviceScaleFactor:1.75 });
const c = await p.context().newCDPSession(p);
await c.send('Profiler.enable'); await c.send('Profiler.setSamplingInterval',{interval:500});
await c.send('Emulation.setCPUThrottlingRate',{rate:4});
await c.send('Profiler.start');
await p.goto('http://localhost:5131'+(process.argv[2]??'/statistik'),{waitUntil:'networkidle'});
const {profile}=await c.send('Profiler.stop');
const self=new Map(), byId=new Map(profile.nodes.map(n=>[n.id,n])); const par=new Map(); for(const n of profile.nodes) for(const k of n.children??[]) par.set(k,n.id);
const tot=new Map();
for(let i=0;i<profile.samples.length;i++){ const d=profile.timeDeltas[i]/1000; let id=profile.samples[i]; const n=byId.get(id); const key=n=>`${n.callFrame.functionName||'(anon)'} ${n.callFrame.url.split('/').pop()}:${n.callFrame.lineNumber}:${n.callFrame.columnNumber}`; self.set(key(n),(self.get(key(n))??0)+d); const seen=new Set(); while(id){const k=key(byId.get(id)); if(!seen.has(k)){tot.set(k,(tot.get(k)??0)+d);seen.add(k);} id=par.get(id);} }
console.log('SELF'); for(const [k,v] of [...self].sort((a,b)=>b[1]-a[1]).slice(0,18)) console.log(v.toFixed(0),k);
console.log('TOTAL'); for(const [k,v] of [...tot].sort((a,b)=>b[1]-a[1]).slice(0,40)) console.log(v.toFixed(0),k);
await b.close();
