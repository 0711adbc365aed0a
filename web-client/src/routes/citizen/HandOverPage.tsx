import { useState } from 'react';
import { HandOverView } from '../../features/handOver/HandOverView';

/** The token stands in the fragment, which no browser sends to any server. */
export function HandOverPage({ id }: { id: string }) {
  const [token] = useState(() => location.hash.slice(1));
  return <HandOverView id={id} token={token} />;
}
