import { useEffect, useRef } from 'react';
import { Notice, type NoticeProps } from './Notice';

/** How an act ended. It takes the focus when it appears, for the form that had it may be gone. */
export function Announcement(props: NoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div tabIndex={-1} ref={box}>
      <Notice {...props} />
    </div>
  );
}
