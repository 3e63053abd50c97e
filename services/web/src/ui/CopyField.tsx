import { useTexts } from '../lib/texts';
import { Button } from './Button';
import { toast } from './Toast';
import { words } from './words';

export function CopyField({ label, value }: { label: string; value: string }) {
  const t = useTexts(words);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      toast(t.copied);
    } catch {
      toast(t.copyFailed, 'bad');
    }
  };
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <div className="copy">
        <pre tabIndex={0} aria-label={label}>{value}</pre>
        <Button size="small" icon="copy" aria-label={`${t.copy}: ${label}`} onClick={() => void copy()} />
      </div>
    </div>
  );
}
