import { useSyncExternalStore } from 'react';
import { CarRequestFlow } from '../../features/mobil/CarRequestFlow';
import { keptCarRequests } from '../../features/mobil/keptCarRequests';
import { TrackedCar } from '../../features/mobil/TrackedCar';

// biome-ignore lint/performance/noBarrelFile: the words come with the page that needs them
export { loadCarMessages } from '../../i18n/tm';

/** A car of Mobmas: asked for step by step, or followed by the secret in the fragment. */
export function CarPage({ step, code }: { step?: string | undefined; code?: string | undefined }) {
  const hash = useSyncExternalStore(listen, () => location.hash.slice(1));
  if (code === undefined) return <CarRequestFlow step={step} />;
  const secret = hash || (keptCarRequests().find((it) => it.code === code)?.secret ?? '');
  return <TrackedCar key={`${code}#${secret}`} code={code} secret={secret} />;
}

function listen(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
