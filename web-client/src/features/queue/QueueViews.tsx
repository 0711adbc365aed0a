import { type SubmitEvent, useState } from 'react';
import { statuses, statusText } from '../../domain/status';
import { t } from '../../i18n/t';
import { Icon } from '../../ui/Icon';
import { type Filters, isFiltered, writeFilters } from './filters';
import { useCounts } from './useQueue';
import { filtersOf, useViews, type View } from './views';

const nothing: Filters = { status: [], service: '', kelurahan: '', agency: '', overdue: false, q: '' };

interface QueueViewsProps {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
}

/** Where the reports stand, with how many of the open ones there are, and the ways of looking that were given a name. */
export function QueueViews({ filters, onChange }: QueueViewsProps) {
  const counts = useCounts(filters).data;
  const { views, save, remove } = useViews();
  const [isNaming, setNaming] = useState(false);
  const here = writeFilters(filters).toString();

  const one = (status: (typeof statuses)[number]) =>
    filters.status.length === 1 && filters.status[0] === status && !filters.overdue;
  return (
    <>
      <fieldset className="tabs">
        <legend className="visually-hidden">{t('queue.status')}</legend>
        {/* what is closed is listed and not counted: a number here would not be the list's */}
        <Tab
          text={t('queue.all')}
          isHere={filters.status.length === 0 && !filters.overdue}
          onClick={() => onChange({ status: [], overdue: false })}
        />
        <Tab
          text={t('queue.overdueOnly')}
          count={counts?.overdue}
          isUrgent={(counts?.overdue ?? 0) > 0}
          isHere={filters.overdue && filters.status.length === 0}
          onClick={() => onChange({ status: [], overdue: true })}
        />
        {statuses.map((status) => (
          <Tab
            key={status}
            text={t(`queue.tab.${status}`)}
            label={statusText(status)}
            count={counts?.statuses.find((it) => it.status === status)?.count}
            isHere={one(status)}
            onClick={() => onChange({ status: [status], overdue: false })}
          />
        ))}
      </fieldset>
      {(views.length > 0 || isFiltered(filters)) && (
        <fieldset className="tabs views">
          <legend className="visually-hidden">{t('view.title')}</legend>
          {views.map((view) => (
            <SavedView
              key={view.name}
              view={view}
              isHere={view.search === here}
              onOpen={() => onChange({ ...nothing, ...filtersOf(view) })}
              onRemove={() => remove(view.name)}
            />
          ))}
          {isFiltered(filters) && !views.some((it) => it.search === here) && !isNaming && (
            <button type="button" className="text-button small" onClick={() => setNaming(true)}>
              <Icon name="star" />
              {t('view.save')}
            </button>
          )}
          {isFiltered(filters) && (
            <button type="button" className="text-button small" onClick={() => onChange(nothing)}>
              {t('queue.clear')}
            </button>
          )}
        </fieldset>
      )}
      {isNaming && (
        <ViewName
          onSave={(name) => {
            save(name, filters);
            setNaming(false);
          }}
          onCancel={() => setNaming(false)}
        />
      )}
    </>
  );
}

interface TabProps {
  text: string;
  label?: string;
  count?: number | undefined;
  isHere: boolean;
  isUrgent?: boolean;
  onClick: () => void;
}

function Tab({ text, label, count, isHere, isUrgent, onClick }: TabProps) {
  return (
    <button
      type="button"
      className={isUrgent ? 'tab is-urgent' : 'tab'}
      aria-pressed={isHere}
      title={label}
      onClick={onClick}
    >
      {text} {count !== undefined && <span className="tab-count">{count}</span>}
    </button>
  );
}

interface SavedViewProps {
  view: View;
  isHere: boolean;
  onOpen: () => void;
  onRemove: () => void;
}

function SavedView({ view, isHere, onOpen, onRemove }: SavedViewProps) {
  const filters = filtersOf(view);
  const counts = useCounts(filters).data;
  const isCounted = filters.overdue || (filters.status.length > 0 && !filters.status.includes('closed'));
  const statuses = counts?.statuses.filter((it) => filters.status.length === 0 || filters.status.includes(it.status));
  return (
    <span className="saved-view">
      <Tab
        text={view.name}
        count={
          isCounted ? statuses?.reduce((sum, it) => sum + (filters.overdue ? it.overdue : it.count), 0) : undefined
        }
        isHere={isHere}
        onClick={onOpen}
      />
      {isHere && (
        <button
          type="button"
          className="tab-remove"
          aria-label={t('view.remove', { name: view.name })}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      )}
    </span>
  );
}

function ViewName({ onSave, onCancel }: { onSave: (name: string) => void; onCancel: () => void }) {
  const [name, setName] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim()) onSave(name.trim());
  };
  return (
    <form className="view-name" onSubmit={submit}>
      <label>
        <span className="visually-hidden">{t('view.name')}</span>
        <input
          className="input"
          placeholder={t('view.name')}
          maxLength={40}
          value={name}
          ref={(input) => input?.focus()}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && onCancel()}
        />
      </label>
      <button type="submit" className="button compact">
        {t('view.keep')}
      </button>
    </form>
  );
}
