/** Holds the place of what is still on its way; sized by class, since the prerendered page may carry no style attribute. */
export function Skeleton({ shape, count = 1 }: { shape: 'line' | 'card'; count?: number }) {
  return (
    <div className="skeletons" aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <span className={`skeleton ${shape}`} key={index} />
      ))}
    </div>
  );
}
