import type { PublicWork } from '../../api/types';
import { day } from '../../i18n/format';
import { tw, type WorkKey } from '../../i18n/tw';
import { photoAddress } from './photoAddress';

/** How it was and how it is now, side by side. */
export function BeforeAfter({ work }: { work: PublicWork }) {
  const pair = [
    { photo: work.photoBefore, title: 'work.before' },
    { photo: work.photoAfter, title: 'work.after' },
  ] satisfies { photo: PublicWork['photoBefore']; title: WorkKey }[];
  if (pair.every((it) => !it.photo)) return null;
  return (
    <section className="stack" aria-labelledby="pair">
      <h2 id="pair">{tw('work.pair')}</h2>
      <div className="work-pair">
        {pair.map(({ photo, title }) => (
          <figure key={title}>
            {photo ? (
              <a href={photoAddress(work.id, photo.id, 'full')} target="_blank" rel="noreferrer">
                <img src={photoAddress(work.id, photo.id, 'full')} alt={tw(title)} width={640} height={480} />
              </a>
            ) : (
              <p className="work-reason">{tw('work.notYet')}</p>
            )}
            <figcaption>
              <strong>{tw(title)}</strong>
              {photo && ` · ${tw(`workPhoto.${photo.tag}`)}, ${day(photo.addedAt)}`}
            </figcaption>
          </figure>
        ))}
      </div>
    </section>
  );
}
