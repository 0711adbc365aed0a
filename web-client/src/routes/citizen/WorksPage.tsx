import { WorksView } from '../../features/works/WorksView';
import { WorkView } from '../../features/works/WorkView';

// biome-ignore lint/performance/noBarrelFile: the words come with the page that needs them
export { loadWorkMessages } from '../../i18n/tw';

/** What the wards build: all of it, or one work. */
export function WorksPage({ id }: { id?: string | undefined }) {
  return id === undefined ? <WorksView /> : <WorkView key={id} id={id} />;
}
