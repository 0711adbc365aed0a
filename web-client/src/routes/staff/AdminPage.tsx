import { useEffect, useRef } from 'react';
import { Link, Redirect, Route, Switch } from 'wouter';
import { useAccount } from '../../api/account';
import { dropAllDrafts, useDraftKeys } from '../../features/admin/frame/drafts';
import { UnsavedMark } from '../../features/admin/frame/UnsavedMark';
import { sections } from '../../features/admin/sections';
import { t } from '../../i18n/t';
import { ta } from '../../i18n/ta';
import { Heading } from '../../ui/Heading';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import './adminPage.css';

// biome-ignore lint/performance/noBarrelFile: loaded from here, or the words would be shared with the queue, which has no use for them
export { loadAdminMessages } from '../../i18n/ta';

/** What an admin keeps: a section each, of which a person sees those that they may. */
export function AdminPage({ path }: { path: string }) {
  const account = useAccount();
  const held = 'session' in account ? account.session.permissions : [];
  const userName = 'session' in account ? account.session.userName : undefined;
  const open = sections.filter((it) => it.anyOf.some((one) => held.includes(one)));
  const current = open.find((it) => path.split('/')[0] === it.path);
  const drafts = useDraftKeys();
  const menu = useRef<HTMLDetailsElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what one person typed is not the next one's
  useEffect(() => dropAllDrafts, [userName]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu of a phone closes when one has gone where it leads
  useEffect(() => menu.current?.removeAttribute('open'), [path]);

  const first = open[0];
  if (!first)
    return (
      <div className="admin-refused stack">
        <Heading title={ta('admin.title')} />
        <Notice tone="err">
          <p>{t('problem.permission_required')}</p>
        </Notice>
      </div>
    );

  const links = (
    <ul>
      {open.map((it) => (
        <li key={it.path}>
          <Link href={`/admin/${it.path}`} aria-current={it === current ? 'page' : undefined}>
            <Icon name={it.icon} />
            {ta(it.title)}
            {drafts.some((key) => key.startsWith(`${it.path}/`)) && <UnsavedMark />}
          </Link>
        </li>
      ))}
    </ul>
  );
  return (
    <div className="admin">
      <nav className="admin-nav" aria-label={ta('admin.sections')}>
        <details ref={menu} className="admin-menu">
          <summary>
            {ta('admin.title')}
            {current && `: ${ta(current.title)}`}
          </summary>
          {links}
        </details>
        <div className="admin-side">{links}</div>
      </nav>
      <Switch>
        {open.map((it) => (
          <Route key={it.path} path={`/admin/${it.path}/:item?`}>
            {({ item }) => <it.view base={`/admin/${it.path}`} item={item} />}
          </Route>
        ))}
        <Route>
          <Redirect to={`/admin/${first.path}`} replace />
        </Route>
      </Switch>
    </div>
  );
}
