export function Progress({ label, percent }: { label: string; percent: number }) {
  const shown = Math.max(0, Math.min(100, percent));
  return (
    <div className="bar" role="progressbar" aria-label={label} aria-valuenow={Math.round(shown)} aria-valuemin={0} aria-valuemax={100}>
      <span style={{ width: `${shown}%` }} />
    </div>
  );
}
