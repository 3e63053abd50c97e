import { accountNames } from '../lib/accountTexts';
import { useTexts } from '../lib/texts';
import { SelectField } from './Field';

interface Choice {
  account_id: string;
  label: string;
  environment: 'PAPER' | 'TESTNET' | 'REAL';
  is_default: boolean;
}

interface AccountSelectProps {
  accounts: readonly Choice[];
  /** Empty is wherever orders go that name no account. */
  value: string;
  /** Whether that is another account than the paper one that everybody has. */
  byMode: boolean;
  onChoose: (id: string) => void;
}

/** Where it goes, for somebody who has more than one account. */
export function AccountSelect({ accounts, value, byMode, onChoose }: AccountSelectProps) {
  const t = useTexts(accountNames);
  const others = accounts.filter((one) => !one.is_default);
  if (others.length === 0) return null;
  const paper = accounts.find((one) => one.is_default)?.account_id ?? '';
  return (
    <SelectField
      label={t.account} value={!byMode && value === paper ? '' : value} onText={onChoose}
      options={[
        { value: '', label: byMode ? t.standard : t.paper },
        ...(byMode ? [{ value: paper, label: t.paper }] : []),
        ...others.map((one) => ({ value: one.account_id, label: `${one.label} · ${t.environments[one.environment]}` })),
      ]}
    />
  );
}
