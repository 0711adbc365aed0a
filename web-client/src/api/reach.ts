const watchers = new Set<() => void>();
let hasAnswered = true;

/** Whether the server answered when it was last asked. What the browser knows of the network says little of a bad one. */
export function isReached(): boolean {
  return hasAnswered;
}

export function noteReach(answered: boolean): void {
  if (hasAnswered === answered) return;
  hasAnswered = answered;
  for (const changed of watchers) changed();
}

export function onReachChange(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}
