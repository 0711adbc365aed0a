import type { FollowedWork } from '../api/types';
import { day } from '../i18n/format';
import { t } from '../i18n/t';
import { WorkStageMark } from './WorkStageMark';

/** The work of Merata that answers a report, and how far it is. */
export function WorkFollowed({ work, href }: { work: FollowedWork; href: string | null }) {
  return (
    <section className="card stack">
      <h2>{t('work.followed')}</h2>
      <p>
        <strong>{href ? <a href={href}>{work.title}</a> : work.title}</strong>
      </p>
      <p>
        <WorkStageMark stage={work.stage} />
      </p>
      <p className="small muted">
        {t('work.promised', {
          from: day(`${work.startsOn}T12:00:00+07:00`),
          until: day(`${work.endsOn}T12:00:00+07:00`),
        })}
      </p>
    </section>
  );
}
