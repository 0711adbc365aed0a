import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Heading } from '../../../ui/Heading';
import { Icon } from '../../../ui/Icon';

interface SectionPageProps {
  title: string;
  lead: string;
  /** Where the list stands. */
  base: string;
  /** The name of the thing that is open. */
  item?: string | undefined;
  /** Beside the title, such as the way to a new thing. */
  action?: ReactNode;
  list: ReactNode;
  /** The form; on a narrow screen it takes the place of the list. */
  children?: ReactNode;
}

/** A list and, beside it, the one thing of it that is edited. */
export function SectionPage({ title, lead, base, item, action, list, children }: SectionPageProps) {
  return (
    <div className={item === undefined ? 'admin-section' : 'admin-section has-item'}>
      <div className="admin-list stack">
        <header className="admin-list-head">
          {item === undefined ? <Heading title={title} /> : <p className="admin-title">{title}</p>}
          {action}
        </header>
        <p className="muted small">{lead}</p>
        {list}
      </div>
      {item !== undefined && (
        <div className="admin-item stack">
          <Link href={base} className="admin-back">
            <Icon name="back" />
            {title}
          </Link>
          <Heading title={item} />
          {children}
        </div>
      )}
    </div>
  );
}
