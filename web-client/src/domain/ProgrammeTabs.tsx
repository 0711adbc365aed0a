import { Link, useLocation } from 'wouter';
import { t } from '../i18n/t';
import '../ui/pageTabs.css';

const paths = { works: '/merata', monev: '/monev', findings: '/monev/temuan' } as const;

type Tab = keyof typeof paths;
const tabs = Object.keys(paths) as Tab[];

/** The works of Merata, the watch over them, and what was found. Each page brings the words of its own. */
export function ProgrammeTabs({ title }: { title: (tab: Tab) => string }) {
  const [path] = useLocation();
  const current = tabs.findLast((it) => path.startsWith(paths[it]));
  return (
    <nav className="page-tabs" aria-label={t('staff.works')}>
      {tabs.map((it) => (
        <Link key={it} href={paths[it]} aria-current={it === current ? 'page' : undefined}>
          {title(it)}
        </Link>
      ))}
    </nav>
  );
}
