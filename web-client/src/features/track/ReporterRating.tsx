import { useState } from 'react';
import type { TrackedReport } from '../../api/types';
import { GivenRating } from '../../domain/GivenRating';
import { t } from '../../i18n/t';
import { Announcement } from '../../ui/Announcement';
import { RatingForm } from './RatingForm';

interface ReporterRatingProps {
  report: TrackedReport;
  secret: string;
  /** The report on the screen is no longer the present one. */
  onChanged: () => void;
}

/** How the reporter finds what was done: the question while the server takes an answer, then the answer. */
export function ReporterRating({ report, secret, onChanged }: ReporterRatingProps) {
  const [ratedVersion, setRatedVersion] = useState<number>();
  const [isRefused, setRefused] = useState(false);
  // given, but the report on the screen was read before
  const isAhead = ratedVersion !== undefined && report.version < ratedVersion;
  const isThanked = isAhead || (ratedVersion !== undefined && report.rating !== null);
  const mayRate = report.mayRate && !isAhead;
  const isOvertaken = isRefused && !mayRate && !isThanked;

  if (!mayRate && !isThanked && !isOvertaken && !report.rating) return null;
  return (
    <section className="stack">
      <h2>{t(mayRate ? 'rating.question' : 'rating.yours')}</h2>
      {isThanked && (
        <Announcement tone="ok" role="status">
          <p>{t('rating.thanks')}</p>
        </Announcement>
      )}
      {isOvertaken && (
        <Announcement tone="warn" role="status">
          <p>{t('rating.overtaken')}</p>
        </Announcement>
      )}
      {mayRate && (
        <RatingForm
          report={report}
          secret={secret}
          onRated={(version) => {
            setRatedVersion(version);
            setRefused(false);
            onChanged();
          }}
          onOvertaken={() => {
            setRefused(true);
            onChanged();
          }}
        />
      )}
      {report.rating && <GivenRating rating={report.rating} />}
    </section>
  );
}
